/** Does a text read like the report of a scan? Distinct words of such reports are counted, headings twice: enough to tell it from what lies beside it in a record. */

const WORDS = new Set(
  'impression findings conclusion opinion indication comparison technique radiology radiologist radiograph ct mri mr xray x-ray ultrasound sonography mammogram mammography dexa dxa pet tomography contrast lungs lung pleural effusion pneumothorax fracture lesion mass nodule liver kidney kidneys spleen pancreas gallbladder heart mediastinum spine vertebral disc brain ventricles hemorrhage haemorrhage infarct edema oedema stenosis unremarkable axial sagittal coronal views bilateral lymphadenopathy aorta bowel bladder uterus ovary prostate thyroid breast bi-rads joint tendon ligament meniscus enhancement attenuation calcification opacity consolidation us usg scan chest abdomen pelvis gallstones gallstone cyst'.split(
    ' ',
  ),
);
/** headings that few other papers have */
const HEADINGS = new Set(['impression', 'findings', 'conclusion', 'opinion', 'technique', 'indication']);
const LONGEST = 100_000;

export function reportWords(text: string): number {
  const found = new Set<string>();
  let count = 0;
  for (const word of text
    .slice(0, LONGEST)
    .toLowerCase()
    .match(/[a-z][a-z-]+/g) ?? [])
    if (WORDS.has(word) && !found.has(word)) {
      found.add(word);
      count += HEADINGS.has(word) ? 2 : 1;
    }
  return count;
}
