/** A made-up report to try the reader on: no person, no clinic. */

export const SAMPLE_REPORT = `EXAM: CT of the abdomen and pelvis with intravenous contrast
DATE: 14 September 2026

HISTORY: Pain in the lower left belly for three days.

COMPARISON: CT abdomen from 3 March 2025.

FINDINGS:
Liver: A 12 mm simple cyst in the right lobe is unchanged. No suspicious liver lesion.
Gallbladder: No gallstones.
Pancreas and spleen: Unremarkable.
Adrenal glands: 14 mm nodule in the left adrenal gland, previously 11 mm. The right adrenal gland is normal.
Kidneys: No stones. No hydronephrosis.
Bowel: Several diverticula in the sigmoid colon with mild wall thickening and fat stranding. No abscess. No free air.
Lymph nodes: No enlarged lymph nodes.
Bones: Mild degenerative changes of the lumbar spine.

IMPRESSION:
1. Mild acute diverticulitis of the sigmoid colon. No abscess or perforation.
2. Left adrenal nodule has increased from 11 mm to 14 mm. Recommend adrenal CT in 6 months.
3. Simple liver cyst, unchanged.
4. No kidney stones.
`;

/** A few lines of a made-up report, for the picture on the first page: heading and words; the last is what is explained. */
export const SAMPLE_LINES = [
  ['Exam', 'Chest X-ray, two views'],
  ['History', 'Cough for two weeks.'],
  ['Findings', 'Clear lungs. Normal heart size. No fluid around the lungs.'],
  ['Impression', 'No acute cardiopulmonary disease.'],
] as const;
