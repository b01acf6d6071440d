/** What readers of the Spanish and Chinese explanations would have believed wrongly, and what these say now. `=` is the report's own words. */
import { describe, expect, it } from 'vitest';
import { type TOLD, toldIn } from './support/english.ts';

type Language = (typeof TOLD)[number];

const explained = (text: string, language: Language) => toldIn(language).explain({ kind: 'text', text });
const told = (text: string, language: Language = 'es'): string =>
  explained(`FINDINGS: ${text}`, language)
    .sections.flatMap(({ statements }) => statements)
    .map(({ how, plain }) => (how === 'verbatim' ? '=' : plain.map((sentence) => sentence.text).join(' ')))
    .join(' / ');

describe('what was found is told beside what is asked for', () => {
  it.each([
    [
      'AAA 5.6 cm, refer vascular surgeons.',
      'Hay un abultamiento de la aorta en el abdomen (5.6 cm). El informe pide una consulta con un cirujano de los vasos sanguíneos.',
    ],
    [
      '22 mm adrenal adenoma - no follow-up required.',
      'Hay un crecimiento benigno en la glándula suprarrenal (22 mm). El informe dice que no hace falta otro paso por: crecimiento benigno en la glándula suprarrenal.',
    ],
    [
      'Right hip AVN – ortho advice.',
      'Hay hueso muerto por falta de sangre en la cadera derecha. El informe pide una consulta con un médico de huesos y articulaciones.',
    ],
    [
      '8 mm nodule in the left upper lobe which should be followed with CT in 6 months.',
      'Hay un bultito redondo (8 mm) en la parte superior del pulmón izquierdo. El informe pide una tomografía (TC) dentro de 6 meses.',
    ],
    [
      'Thyroid nodule, do not biopsy.',
      'Hay un nódulo en la tiroides. El informe no aconseja una toma de una muestra de tejido.',
    ],
    [
      'No suspicious mass, routine screening in 12 months.',
      'No se ven signos de bulto sospechoso. El informe pide su control de detección habitual dentro de 12 meses.',
    ],
  ])('%s', (text, spanish) => {
    expect(told(text)).toBe(spanish);
  });

  it.each([
    ['what advice is for is not said to be there', 'CT is recommended to evaluate the nodule.', 'nódulo'],
    ['nor what is only in the name of a test', 'Renal mass protocol CT is recommended.', 'bulto'],
    [
      'nor what is only weighed',
      'Since pneumonia is in the differential, clinical correlation is recommended.',
      'Hay ',
    ],
    ['nor what advice depends on', 'If the nodule grows, CT is recommended.', 'Hay '],
  ])('%s', (_, text, absent) => {
    expect(told(text)).not.toContain(absent);
  });

  it('nor does a call take its place', () => {
    expect(told('Large left pneumothorax, Dr Jones informed at 10:30.')).toMatch(
      /^Hay aire fuera del pulmón del lado izquierdo, en mucha cantidad\. El radiólogo pasó este resultado de inmediato/,
    );
    expect(told('3 mm left renal stone, result given to patient.')).toBe('=');
  });

  it('a length by which a tube is to be moved is no size of it', () => {
    for (const language of ['es', 'zh'] as const) {
      const text = told('ETT in the right main bronchus, withdraw 3 cm.', language);
      expect(text).toMatch(/(?:moverlo |移动)3 cm/);
      expect(text.replace(/(?:moverlo |移动)3 cm/, '')).not.toContain('3 cm');
    }
  });
});

describe('a condition is quoted', () => {
  it('so that two opposite steps can be told apart', () => {
    const { nextSteps } = explained(
      'IMPRESSION: If low risk, no follow-up needed. If high risk, CT in 12 months.',
      'es',
    );
    expect(nextSteps.map(({ text }) => text)).toEqual([
      'El informe dice que no hace falta otro paso por esto, con esta condición (en inglés en el informe): «If low risk».',
      'El informe pide una tomografía (TC) dentro de 12 meses, con esta condición (en inglés en el informe): «If high risk».',
    ]);
  });
  it('and in Chinese', () => {
    const { nextSteps } = explained('IMPRESSION: Ultrasound if low risk. CT at 12 months if high risk.', 'zh');
    expect(nextSteps.at(-1)?.text).toBe('报告要求12 个月后做CT检查（条件，报告原文是英文：“if high risk”）。');
  });
  it('a single one is pointed to', () => {
    const { nextSteps } = explained('IMPRESSION: CT at 12 months if high risk.', 'zh');
    expect(nextSteps.map(({ text }) => text)).toEqual(['报告要求12 个月后做CT检查（条件请看报告原文）。']);
  });
  it('a label that says for whom advice is counts as one', () => {
    expect(told('Low risk: no follow-up.')).toBe(
      'El informe dice que no hace falta otro paso por esto, si se cumple la condición que pone el informe.',
    );
  });
});

describe('a word that decides what is said is never left out', () => {
  it.each([
    'Disc extrusion displacing the cauda equina.',
    'Node 12 mm, suspicious.',
    'Node 6 mm, benign.',
    'ACL thickened, but intact.',
    'Free fluid: physiological.',
    'Aneurysm coiled with a residual neck.',
    'The mass does not invade the left kidney.',
  ])('%s', (text) => {
    expect(told(text)).toBe('=');
    expect(told(text, 'zh')).toBe('=');
  });

  it('a judgement set apart is of the one thing that is there', () => {
    expect(told('14 mm irregular mass in the right breast, highly suspicious.')).toBe(
      'Hay un bulto irregular y muy sospechoso (14 mm) en la mama derecha.',
    );
    expect(told('Nodule in the right lung, not benign.')).not.toContain('pulmón derecho no se ve');
    expect(told('No mass in the breast, benign.')).not.toContain('benigno');
  });

  it('a category says it itself', () => {
    expect(told('BI-RADS 2 - Benign.')).toContain('BI-RADS 2: no es cáncer.');
  });

  it('a number that names a bone says so', () => {
    expect(told('5th metacarpal fracture.')).toBe(
      'Hay un hueso de la mano roto. Otros datos que da el informe: hueso de la mano número 5.',
    );
    expect(told('5th metacarpal fracture.', 'zh')).toContain('第 5 掌骨');
  });

  it.each([
    ['The abscess has been drained.', 'Según el informe, esto ya se trató o se corrigió: bolsa de pus.'],
    ['The aneurysm has not ruptured.', 'Hay un abultamiento en un vaso sanguíneo. No se ve reventado.'],
    ['The fracture is not displaced.', 'Hay un hueso roto. No se ve fuera de su lugar.'],
    ['Mass in the liver, right kidney normal.', 'Hay un bulto en el hígado. El riñón derecho se ve normal.'],
  ])('%s', (text, spanish) => {
    expect(told(text)).toBe(spanish);
  });
});

describe('sides, levels and sizes', () => {
  it.each([
    ['Cord compression at T7 on the left.', 'Hay presión sobre la médula espinal a nivel de T7 del lado izquierdo.'],
    [
      'Disc extrusion at L4/5 on the right.',
      'Hay un trozo de disco salido de su lugar a nivel de L4-L5 del lado derecho.',
    ],
    ['Mediastinal shift to the left.', 'Hay desplazamiento del centro del pecho, hacia la izquierda.'],
    [
      'Previous L5 laminectomy, new disc extrusion at L4/5.',
      'Antes se hizo: cirugía de la columna para liberar nervios a nivel de L5. Hay un trozo de disco salido de su lugar a nivel de L4-L5. Esto es nuevo.',
    ],
    ['Spleen enlarged 15 cm.', 'Hay agrandamiento del bazo (15 cm).'],
    [
      'The nodule has enlarged by 3 mm.',
      'Hay un bultito redondo agrandado (cambio de 3 mm). Esto ha crecido o aumentado.',
    ],
    [
      'PI-RADS 5 right TZ 22mm.',
      'PI-RADS 5 en la zona interna de la próstata del lado derecho: un cáncer importante es muy probable. Otros datos que da el informe: 22mm.',
    ],
    [
      'The right pneumothorax is smaller than yesterday.',
      'Hay aire fuera del pulmón del lado derecho. Esto ha bajado o se ha hecho más pequeño.',
    ],
  ])('%s', (text, spanish) => {
    expect(told(text)).toBe(spanish);
  });

  it.each([
    [
      'a side beside one organ is not that of another',
      'Degenerative changes of the thoracic spine and right shoulder.',
    ],
    ['two sizes with a side each are not told without it', 'Renal cysts, left 12 mm, right 6 mm.'],
  ])('%s', (_, text) => {
    expect(told(text)).toBe('=');
  });
});

describe('what reports repeat word by word', () => {
  it.each([
    [
      'No evidence of recurrent or metastatic disease.',
      'No se ven signos de que el cáncer haya vuelto ni de que se haya extendido.',
      '没有看到癌症复发或转移（扩散）的迹象。',
    ],
    ['No residual tumour.', 'No se ven restos del tumor.', '没有看到肿瘤残留。'],
    ['No active lymphoma.', 'No se ven signos de linfoma en actividad.', '没有看到活动性淋巴瘤的迹象。'],
    ['Partial response.', 'La enfermedad ha respondido en parte al tratamiento.', '疾病对治疗有部分反应。'],
    ['No fetal heart activity.', 'No se ve latido del corazón del bebé.', '没有看到胎儿心跳。'],
  ])('%s', (text, spanish, chinese) => {
    expect(told(text)).toBe(spanish);
    expect(told(text, 'zh')).toBe(chinese);
  });

  it('a place or a doubt behind such words is not left out', () => {
    expect(told('No evidence of local recurrence in the liver.')).toContain('en el hígado');
    expect(told('No recurrence?')).toBe('=');
    expect(told('No residual tumour in the left kidney bed.')).not.toBe('No se ven restos del tumor.');
  });

  it('a request that denies something is told as the words of the request', () => {
    const { sections } = explained('CLINICAL HISTORY: Known metastases, no cord compression.', 'zh');
    const all = sections.flatMap(({ statements }) => statements.flatMap(({ plain }) => plain.map(({ text }) => text)));
    expect(all).toEqual(['病史：已知转移（癌症扩散）。', '检查申请上写的是没有：脊髓受压。']);
  });
});

it('the headline says that a thing has not changed', () => {
  expect(explained('IMPRESSION: Stable 4 mm nodule.', 'es').headline.text).toBe(
    'Lo principal: bultito redondo, sin cambios.',
  );
});

describe('ordinary lines of normal reports are told, not left in English', () => {
  it.each([
    ['Heart size is within normal limits.', 'El tamaño del corazón se ve dentro de lo normal.'],
    [
      'The lungs are free of any focal infiltrates.',
      'No se ven signos de zonas borrosas localizadas (infiltrados) en los pulmones.',
    ],
    ['No mass in either kidney.', 'No se ven signos de bulto en los riñones de los dos lados.'],
    [
      'The visualized bony structures reveal no acute abnormalities.',
      'No se ven signos de hallazgos anormales recientes en los huesos (la parte que se ve).',
    ],
    ['Unremarkable MRI of the left shoulder.', 'La resonancia magnética en el hombro izquierdo se ve normal.'],
    ['Right ovary not seen.', 'El ovario derecho no se pudo ver o valorar bien.'],
    [
      'The appendix is not seen and there is no free fluid.',
      'El apéndice no se pudo ver o valorar bien. No se ven signos de líquido libre.',
    ],
    ['Stone in either kidney.', '='],
    ['The pancreas is not well visualized.', 'El páncreas no se pudo ver o valorar bien.'],
    ['The endotracheal tube is in good position.', 'Hay un tubo para respirar en la tráquea, en la posición correcta.'],
    ['Stable normal heart size.', 'El tamaño del corazón se ve normal. Esto no ha cambiado.'],
    ['No significant interval change.', 'No hay cambios importantes.'],
    ['No change.', 'Esto no ha cambiado.'],
    [
      'Complete metabolic response (Deauville 2).',
      'La prueba muestra una respuesta completa al tratamiento. Deauville 2: actividad muy débil.',
    ],
    ['No suspicious appearing lung nodules.', 'No se ven signos de manchitas redondas sospechosas en el pulmón.'],
    ['Small volume ascites.', 'Hay líquido en el abdomen, en poca cantidad.'],
  ])('%s', (text, spanish) => {
    expect(told(text)).toBe(spanish);
  });
});

describe('what of an organ is judged is told with it', () => {
  it.each([
    [
      'The liver is normal in size, contour and attenuation.',
      'El hígado (tamaño, contorno y densidad en la imagen) se ve normal.',
      '肝脏（大小、轮廓和密度）看起来正常。',
    ],
    [
      'The size and shape of the uterus are normal.',
      'El útero (tamaño y forma) se ve normal.',
      '子宫（大小和形态）看起来正常。',
    ],
    [
      'Normal size and echogenicity of the kidneys.',
      'Los riñones (tamaño y brillo en la ecografía) se ven normales.',
      '肾脏（大小和回声）看起来正常。',
    ],
    [
      'Thoracic aorta diameter is normal.',
      'La aorta del pecho (diámetro) se ve normal.',
      '胸主动脉（直径）看起来正常。',
    ],
    [
      'The thyroid is normal in size, echotexture and vascularity.',
      'La glándula tiroides (tamaño, textura y riego de sangre) se ve normal.',
      '甲状腺（大小、质地和血流）看起来正常。',
    ],
    ['Spleen is normal in size, contour lobulated.', '=', '='],
    ['Kidney size is not normal.', 'El riñón (tamaño) no se ve normal.', '肾脏（大小）看起来不属于正常。'],
    ['The aorta is normal in caliber.', 'La arteria aorta se ve de ancho normal.', '主动脉看起来粗细正常。'],
  ])('%s', (text, spanish, chinese) => {
    expect([told(text), told(text, 'zh')]).toEqual([spanish, chinese]);
  });
});

describe('measures keep their place and what they were before', () => {
  it.each([
    [
      'The abdominal aorta measures 3.1 cm, previously 2.9 cm.',
      'Medida de la aorta del abdomen: 3.1 cm; antes 2.9 cm. Esto ha crecido o aumentado.',
    ],
    [
      'Left total hip: BMD 0.772 g/cm2.',
      'Medida de la densidad del hueso en la cadera en conjunto del lado izquierdo: 0.772 g/cm2.',
    ],
    [
      'Nodule 1: left mid pole, 1.8 cm, solid, hypoechoic, taller than wide, punctate echogenic foci.',
      'Hay un bultito redondo sólido, más oscuro que el tejido cercano y más alto que ancho. Hay manchas más brillantes en la parte media del lado izquierdo, como un punto. Otros datos que da el informe: 1, 1.8 cm.',
    ],
  ])('%s', (text, spanish) => {
    expect(told(text)).toBe(spanish);
  });
});

describe('dates and ages', () => {
  const compared = (text: string, language: Language) =>
    explained(`${text}\nFINDINGS: Normal lungs.`, language)
      .sections.flatMap(({ statements }) => statements)
      .flatMap(({ plain }) => plain.map((sentence) => sentence.text))
      .join(' ');

  it.each([
    ['COMPARISON: CT 12 March 2025.', '12 de marzo de 2025', '2025 年三月 12 日'],
    ['COMPARISON: Chest radiograph March 12, 2025.', '12 de marzo de 2025', '2025 年三月 12 日'],
    ['COMPARISON: MRI of June 2024.', 'junio de 2024', '2024 年六月'],
    ['HISTORY: 64-year-old man with left flank pain.', '64 años de edad', '64 岁'],
  ])('%s', (text, spanish, chinese) => {
    expect(compared(text, 'es')).toContain(spanish);
    expect(compared(text, 'zh')).toContain(chinese);
  });
});

describe('in a scan of a baby, what is of the pregnancy alone is told', () => {
  const scan = (text: string, language: Language = 'es'): string =>
    explained(`OB ULTRASOUND\n\nFINDINGS: ${text}`, language)
      .sections.flatMap(({ statements }) => statements)
      .slice(1)
      .map(({ how, plain }) => (how === 'verbatim' ? '=' : plain.map((sentence) => sentence.text).join(' ')))
      .join(' / ');

  it.each([
    [
      'A single intrauterine gestational sac with a yolk sac and a fetal pole.',
      'Hay un único saco del embarazo temprano dentro del útero, un saco vitelino y una forma temprana del bebé.',
    ],
    ['Amniotic fluid volume is normal.', 'La cantidad de líquido alrededor del bebé es normal.'],
    ['Fetal bladder: normal.', '='],
    ['The heart is normal.', '='],
  ])('%s', (text, spanish) => {
    expect(scan(text)).toBe(spanish);
  });

  it('in Chinese too', () => {
    expect(scan('Amniotic fluid volume is normal.', 'zh')).toBe('羊水量正常。');
  });
});
