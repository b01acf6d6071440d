/** What readers of whole reports in Spanish and Chinese found told otherwise than the report, or not told at all. `=` is the report's own words. */
import { describe, expect, it } from 'vitest';
import { type TOLD, toldIn } from './support/english.ts';

type Language = (typeof TOLD)[number];

const toldOf = (text: string, language: Language): string =>
  toldIn(language)
    .explain({ kind: 'text', text })
    .sections.flatMap(({ statements }) => statements)
    .map(({ how, plain }) => (how === 'verbatim' ? '=' : plain.map((sentence) => sentence.text).join(' ')))
    .join(' / ');
const found = (text: string): readonly string[] =>
  (['es', 'zh'] as const).map((language) => toldOf(`FINDINGS: ${text}`, language));
const asked = (text: string): readonly string[] =>
  (['es', 'zh'] as const).map((language) => toldOf(`HISTORY: ${text}`, language));
const compared = (text: string): readonly string[] =>
  (['es', 'zh'] as const).map((language) => toldOf(`COMPARISON: ${text}`, language));

describe('what was found is told as the report has it', () => {
  it.each([
    ['The heart is mildly enlarged.', 'Hay un corazón agrandado, en grado leve.', '有轻度心脏增大。'],
    [
      'The left atrium is moderately dilated.',
      'Hay una aurícula izquierda del corazón agrandada, en grado moderado.',
      '有中度左心房增大。',
    ],
    ['The prior colonoscopy was negative.', '=', '='],
    ['Earlier negative liver biopsy.', '=', '='],
    ['No prior surgery.', 'Antes no hubo operación.', '以前没有过手术。'],
    [
      'A rotator cuff tear of 15 mm with 9 mm retraction.',
      'Hay un desgarro del tendón del hombro (15 mm). Otros datos que da el informe: 9 mm.',
      '有肩袖撕裂（肩部肌腱）（15 mm）。 报告里的其他数据：9 mm。',
    ],
    [
      'Moderate bilateral pleural effusions, right greater than left.',
      'Hay líquido alrededor del pulmón de los dos lados, de grado moderado. Hay más en el lado derecho que en el izquierdo.',
      '两侧有中等量的胸腔积液（肺周围有水）。 右侧比左侧多。',
    ],
    [
      'Rightward deviation of the nasal septum.',
      'Hay una desviación del tabique de la nariz, hacia la derecha.',
      '有鼻中隔偏曲（向右）。',
    ],
    ['No nodule or mass.', 'No se ven signos de bultito redondo ni bulto.', '没有看到小结节或肿块。'],
    ['The spleen is not normal.', 'El bazo no se ve normal.', '脾脏看起来不属于正常。'],
    [
      'No suspicious inguinal lymph nodes.',
      'Los ganglios linfáticos de la ingle no se ven sospechosos.',
      '腹股沟淋巴结看起来不属于可疑。',
    ],
    ['No residual thymus.', '=', '='],
    ['The lateral meniscus is degenerated but not torn.', '=', '='],
    [
      'The liver is enlarged and fatty.',
      'Hay agrandamiento del hígado y exceso de grasa en el hígado.',
      '有肝脏增大和脂肪肝。',
    ],
    [
      'Renal cyst, slightly larger than on the earlier study.',
      'Hay un quiste en el riñón. Esto ha crecido o aumentado.',
      '有肾囊肿。 这一处比以前大或多。',
    ],
    ['A small for gestational age fetus.', 'Hay un bebé que crece demasiado lento.', '有生长过慢的胎儿。'],
    [
      'No recurrence in the resection bed.',
      'No se ven signos de regreso de una enfermedad en el lugar donde se hizo la operación.',
      '做过手术的部位没有看到复发。',
    ],
    ['The placenta is not low lying.', 'Hay una placenta que no está baja.', '有位置不低的胎盘。'],
    [
      'No lytic or blastic lesions of the ribs.',
      'No se ven signos de manchas con hueso perdido o más denso en las costillas.',
      '肋骨没有看到骨质缺损或变密的地方。',
    ],
    ['No finding to explain the symptoms.', 'No se ve nada que explique los síntomas.', '没有看到能解释症状的改变。'],
    ['Alignment is normal.', 'La alineación de los huesos se ve normal.', '骨骼的排列看起来正常。'],
    ['Bladder volume is 410 mL.', 'Medida de la vejiga: 410 mL.', '膀胱的测量值：410 mL。'],
  ])('%s', (text, spanish, chinese) => {
    expect(found(text)).toEqual([spanish, chinese]);
  });
});

describe('what a test was compared with is told with its date', () => {
  it.each([
    [
      'MRI of the left knee dated 03/09/2021.',
      'Se comparó con: resonancia magnética de la rodilla izquierda (03/09/2021).',
      '比较的是：左侧膝关节MRI（磁共振）检查（03/09/2021）。',
    ],
    [
      'PET/CT 7 July 2023.',
      'Se comparó con: estudio PET con tomografía (7 de julio de 2023).',
      '比较的是：PET/CT检查（2023 年七月 7 日）。',
    ],
  ])('%s', (text, spanish, chinese) => {
    expect(compared(text)).toEqual([spanish, chinese]);
  });
});

describe('what a request says of the person is told', () => {
  it.each([
    ['Cough and fever.', 'Motivo de la prueba o antecedentes: tos y fiebre.', '检查原因或病史：咳嗽和发热。'],
    [
      'Right-sided numbness.',
      'Motivo de la prueba o antecedentes: entumecimiento del lado derecho.',
      '检查原因或病史：右侧麻木。',
    ],
    [
      'Vertigo, rule out stroke.',
      'Motivo de la prueba o antecedentes: vértigo. Su médico quería saber si hay: ataque cerebral (ictus).',
      '检查原因或病史：眩晕。 您的医生想知道有没有：脑卒中（中风）。',
    ],
    ['No fever.', '=', '='],
    ['Denies palpitations.', '=', '='],
    ['Tinnitus, no dizziness.', '=', '='],
    ['Mother had seizures.', '=', '='],
    ['Seizure?', '=', '='],
    ['?Seizure.', '=', '='],
  ])('%s', (text, spanish, chinese) => {
    expect(asked(text)).toEqual([spanish, chinese]);
  });
});
