/** Our own headings and labels, in each language that an explanation is told in. */

interface Words {
  /** of the language, BCP 47 */
  readonly tag: string;
  readonly title: string;
  /** before the words of the report */
  readonly inTheReport: string;
  /** quotation marks */
  readonly quotes: readonly [open: string, close: string];
  /** between two sentences */
  readonly gap: string;
  /** between two dates */
  readonly until: string;
  readonly impression: string;
  /** where the report has no Impression */
  readonly found: string;
  readonly nextSteps: string;
  readonly fine: string;
  readonly questions: string;
  readonly secondOpinion: string;
  readonly worthAsking: string;
  readonly phrases: string;
  readonly terms: string;
  readonly notExplained: string;
  readonly event: string;
  readonly topic: string;
  /** the page for the visit */
  readonly sheet: string;
  readonly dayOfExam: (day: string) => string;
  readonly toExplain: string;
  readonly notes: string;
  readonly wholeReport: string;
  /** on each page of a document in pages */
  readonly page: (number: number, of: number) => string;
  /** where a sign of the report has no letter in the font */
  readonly lost: string;
}

const EN: Words = {
  tag: 'en',
  title: 'Your report in plain words',
  inTheReport: 'In the report:',
  quotes: ['“', '”'],
  gap: ' ',
  until: 'to',
  impression: 'What the Impression says',
  found: 'What the report found',
  nextSteps: 'What to do next',
  fine: 'What was checked and is fine',
  questions: 'Questions to ask',
  secondOpinion: 'A second opinion',
  worthAsking: 'Worth asking about',
  phrases: 'Phrases of the report',
  terms: 'Words of the report',
  notExplained: 'What we could not explain',
  event: 'A date from your report',
  topic: 'Plain-language explanation of a radiology report',
  sheet: 'For my visit',
  dayOfExam: (day) => `Day of the exam: ${day}`,
  toExplain: 'Words to explain to me',
  notes: 'Notes',
  wholeReport: 'The whole report, in its own words',
  page: (number, of) => `Page ${number} of ${of}`,
  lost: '[?] stands for a sign that could not be printed here. Look it up in your report.',
};

const ES: Words = {
  tag: 'es',
  title: 'Su informe en palabras sencillas',
  inTheReport: 'En el informe:',
  quotes: ['«', '»'],
  gap: ' ',
  until: 'a',
  impression: 'Lo que dice el resumen (Impression)',
  found: 'Lo que encontró el informe',
  nextSteps: 'Qué hacer ahora',
  fine: 'Lo que se revisó y está bien',
  questions: 'Preguntas para su médico',
  secondOpinion: 'Una segunda opinión',
  worthAsking: 'Vale la pena preguntar',
  phrases: 'Frases del informe',
  terms: 'Palabras del informe',
  notExplained: 'Lo que no pudimos explicar',
  event: 'Una fecha de su informe',
  topic: 'Explicación en palabras sencillas de un informe de radiología',
  sheet: 'Para mi consulta',
  dayOfExam: (day) => `Día del examen: ${day}`,
  toExplain: 'Palabras que quiero que me expliquen',
  notes: 'Notas',
  wholeReport: 'El informe completo, en sus propias palabras',
  page: (number, of) => `Página ${number} de ${of}`,
  lost: '[?] está en lugar de un signo que aquí no se pudo imprimir. Búsquelo en su informe.',
};

const ZH: Words = {
  tag: 'zh-Hans',
  title: '用通俗的话讲您的报告',
  inTheReport: '报告原文：',
  quotes: ['“', '”'],
  gap: '',
  until: '至',
  impression: '总结（Impression）说了什么',
  found: '报告发现了什么',
  nextSteps: '接下来做什么',
  fine: '查过且没有问题的地方',
  questions: '可以问医生的问题',
  secondOpinion: '第二意见',
  worthAsking: '值得问一问',
  phrases: '报告里的说法',
  terms: '报告里的词',
  notExplained: '我们没能解释的部分',
  event: '您报告里的一个日期',
  topic: '放射报告的通俗解释',
  sheet: '就诊时带上',
  dayOfExam: (day) => `检查日期：${day}`,
  toExplain: '想请医生解释的词',
  notes: '记录',
  wholeReport: '报告全文（原文）',
  page: (number, of) => `第 ${number} 页，共 ${of} 页`,
  lost: '[?] 代表这里无法打印的符号，请在报告原文中查看。',
};

const WORDS: Readonly<Record<string, Words>> = { en: EN, es: ES, zh: ZH };

export const wordsOf = (language: string): Words => WORDS[language] ?? EN;
