/** Statements that reports are full of, and the sentences they are told in: whole, with their articles, and with nothing lost. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const toldOf = (text: string): string =>
  english()
    .explain({ kind: 'text', text: `FINDINGS: ${text}` })
    .sections.flatMap(({ statements }) => statements.flatMap(({ plain }) => plain.map((sentence) => sentence.text)))
    .join(' ');

describe('a statement', () => {
  it.each([
    // the height that is lost is that of the disc, or of the bone
    [
      'L4-L5: Disc desiccation with mild loss of height.',
      'L4-L5: there is drying-out of the disc with mild thinning of the disc.',
    ],
    ['Loss of height of the L1 vertebral body.', 'There is flattening of the main part of the L1 spine bone.'],
    // parts
    [
      'Horizontal tear of the posterior horn of the medial meniscus.',
      'There is a flat tear of the back part of the inner cartilage pad of the knee.',
    ],
    ['The neural foramina are patent.', 'Your nerve openings are open.'],
    ['Scar in the left lingula.', 'There is a scar in the tongue-shaped part of the left lung.'],
    [
      'A subpleural 2 mm nodule is observed in the middle lobe.',
      'A 2 mm lump just under the lung lining is seen in the middle part of the right lung.',
    ],
    // what is said of an organ
    ['Patent portal vein.', 'The vein to the liver is open.'],
    [
      'Echogenic liver consistent with fatty infiltration.',
      'Your brighter-looking liver is in line with extra fat in the tissue.',
    ],
    ['The liver is mildly steatotic.', 'Your liver is mildly fatty.'],
    ['Mild elevation of the left hemidiaphragm.', 'There is a mild raised level of the left diaphragm.'],
    // devices
    ['The tracheostomy tube is in stable position.', 'The breathing tube through the neck is in the same place.'],
    ['Tubes are in good position.', 'Medical tubes or devices are in a good place.'],
    // of masses there are several only by another name
    ['Multiple liver metastases.', 'There are several spots of cancer spread to the liver.'],
    ['Hepatic metastatic disease.', 'There is cancer spread to the liver.'],
    // sizes
    [
      'Subcentimeter hypodensity in the liver too small to characterize.',
      'There is a very small darker area in the liver too small to name for sure.',
    ],
    ['The mass is smaller, now measuring 2 cm.', 'The lump is smaller, now measuring 2 cm.'],
    [
      'Interval decrease in size of the renal mass, now measuring 2 cm.',
      'Decrease since the last exam in size of the lump in the kidney, now measuring 2 cm.',
    ],
    // words that are not said twice, and no article before "no"
    [
      'Small chronic lacunar infarct in the right basal ganglia.',
      'There is a small old deep stroke in the right deep movement centers of the brain.',
    ],
    [
      'Gallstones with a negative sonographic Murphy sign.',
      'Gallstones with no pain when the gallbladder was pressed.',
    ],
    ['There is redemonstration of mild degenerative disc disease.', 'Again, mild wear of the spine discs.'],
    // what the findings fit with is a sentence
    ['Features consistent with pneumonia.', 'This fits with lung infection.'],
    ['Findings most consistent with pneumonia.', 'This fits best with lung infection.'],
    ['Appearances in keeping with sarcoidosis.', 'This fits with sarcoidosis.'],
    ['PE less likely.', 'A blood clot in the lung is less likely.'],
    ['No erosive arthropathy.', 'There is no joint disease with worn-away bone.'],
    ['Abnormal marrow signal in L3.', 'There is changed look of the bone marrow in L3.'],
    ['No # seen.', 'No broken bone was seen.'],
    ['Tumour markers advised.', 'Blood tests for tumor markers are advised.'],
    ['Residual mass without FDG uptake.', 'There is a lump that remains without tracer uptake.'],
    [
      'The right cerebellar metastasis has decreased.',
      'The cancer spread to the lower back part of the brain on the right has decreased.',
    ],
    ['Repeat MRI in 6 months if symptoms persist.', 'A repeat MRI scan in 6 months if symptoms remain.'],
    [
      'Osteochondral lesion of the medial talar dome.',
      'There is damaged bone and cartilage of the inner top of the ankle bone.',
    ],
    // what is looked for or kept away, behind its word
    ['Continue HCC surveillance.', 'Continue a regular check for liver cancer.'],
    ['HCC surveillance US in 6 months.', 'Advice: an ultrasound to check for liver cancer in 6 months.'],
    ['DVT prophylaxis recommended.', 'Treatment to prevent blood clot in a deep vein is advised.'],
    // both sides of one place
    [
      'Opacities in the left and right lower lobes.',
      'There are cloudy areas in the left and right lower parts of the lung.',
    ],
    ['Right and left lower lobe opacities.', 'Right and left cloudy areas in the lower part of the lung.'],
    // a level is part of the name
    ['Level II lymph nodes are enlarged.', 'Your lymph nodes (level II) are enlarged.'],
    ['There is an abnormal left level IV lymph node.', 'There is an abnormal left lymph node (level IV).'],
    // times as British reports write them
    ['F/U CT 3/12.', 'The report advises a follow-up CT scan in 3 months.'],
    ['Repeat ultrasound in 6/52.', 'The report advises another ultrasound in 6 weeks.'],
    ['Fracture ruled out.', 'A broken bone was ruled out.'],
    ['The ET tube has been advanced.', 'The breathing tube in the windpipe has been moved further in.'],
    // a side alone behind what has it
    ['Infarct, right parietal.', 'There is damage from lack of blood, on the right at the upper side of the head.'],
    ['Pneumothorax right.', 'There is air outside the lung on the right.'],
    ['Effusions, left larger than right.', 'There is fluid build-up, more on the left than on the right.'],
    // the dye is not said to be blood, nor a hole of a tube a port
    ['Contrast extravasation in the pelvis.', 'There is a leak of dye or fluid in the pelvis.'],
    [
      'Side port of the enteric tube is above the GE junction.',
      'A side opening of the stomach tube is above the joining of food pipe and stomach.',
    ],
    // places and names
    ['Basilar stenosis.', 'There is a narrowing in the artery at the brain stem.'],
    ['Aneurysm at the basilar tip.', 'There is a bulge at the top of the artery at the brain stem.'],
    ['Stone in the neck of the gallbladder.', 'There is a stone in the neck of the gallbladder.'],
    ['Grade 3 chondromalacia patella.', 'Grade 3 softening of the cartilage behind the kneecap.'],
    ['Ulnar variance is positive.', 'There is an ulna bone that is longer at the wrist.'],
    ['Healing fracture with callus.', 'There is a healing broken bone with new bone growing around a break.'],
    ['The right kidney is duplex.', 'There is a kidney that formed in a different way on the right.'],
    [
      'No abnormal parenchymal or leptomeningeal enhancement.',
      "There is no abnormal brightening of the tissue or brightening of the brain's cover.",
    ],
  ])('%s', (written, told) => {
    expect(toldOf(written)).toBe(told);
  });
});
