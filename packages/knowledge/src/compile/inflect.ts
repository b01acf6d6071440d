/** Plural of an English noun phrase: the last word, or the head before "of", "in", "with" … */
const IRREGULAR: Readonly<Record<string, string>> = {
  vertebra: 'vertebrae',
  bronchus: 'bronchi',
  thrombus: 'thrombi',
  embolus: 'emboli',
  focus: 'foci',
  diverticulum: 'diverticula',
  metastasis: 'metastases',
  stenosis: 'stenoses',
  calcification: 'calcifications',
  foot: 'feet',
  tooth: 'teeth',
  calculus: 'calculi',
  nidus: 'nidi',
  septum: 'septa',
  hilum: 'hila',
  hilus: 'hili',
  apex: 'apices',
  appendix: 'appendices',
  cortex: 'cortices',
  ganglion: 'ganglia',
  bulla: 'bullae',
  bursa: 'bursae',
  epididymis: 'epididymides',
  fistula: 'fistulae',
  pleura: 'pleurae',
  scapula: 'scapulae',
  fibula: 'fibulae',
  patella: 'patellae',
  meniscus: 'menisci',
  humerus: 'humeri',
  thrombosis: 'thromboses',
  anastomosis: 'anastomoses',
  diagnosis: 'diagnoses',
  ostium: 'ostia',
  hemithorax: 'hemithoraces',
  aneurysm: 'aneurysms',
  atrium: 'atria',
  concha: 'conchae',
  cava: 'cavae',
  viscus: 'viscera',
  lumen: 'lumina',
  varix: 'varices',
  phlebolith: 'phleboliths',
  sequela: 'sequelae',
  foramen: 'foramina',
  neuroforamen: 'neuroforamina',
  nucleus: 'nuclei',
  sulcus: 'sulci',
  gyrus: 'gyri',
  fossa: 'fossae',
  malleolus: 'malleoli',
  acetabulum: 'acetabula',
  child: 'children',
  man: 'men',
  woman: 'women',
};
const HEAD =
  /^(.+?) (of|in|on|with|at|to|from|near|around|between|inside|under|above|below|over|behind|for|by|that|where|like|beside|along) (.+)$/;

function pluralOfWord(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular) return irregular;
  if (lower.endsWith('thorax')) return `${word.slice(0, -1)}ces`;
  if (/(?:[sxz]|ch|sh)$/.test(lower)) return /sis$/.test(lower) ? `${word.slice(0, -2)}es` : `${word}es`;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}

/** "spot in the lung" → "spots in the lung"; "rib fracture" → "rib fractures". */
export function plural(phrase: string): string {
  const [, head, link, rest] = HEAD.exec(phrase) ?? [];
  if (head && link && rest) return `${plural(head)} ${link} ${rest}`;
  const at = Math.max(phrase.lastIndexOf(' '), phrase.lastIndexOf('-')) + 1;
  return phrase.slice(0, at) + pluralOfWord(phrase.slice(at));
}
