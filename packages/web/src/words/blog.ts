/** Words of the blog and of the written pages, in the three languages side by side. */
import type { Language } from '@readingscan/reader/languages';

export interface BlogWords {
  readonly title: string;
  readonly lead: string;
  readonly description: string;
  readonly shelves: string;
  readonly all: string;
  readonly newest: string;
  readonly more: string;
  readonly minutes: (minutes: number) => string;
  readonly count: (count: number) => string;
  readonly by: string;
  readonly author: string;
  readonly authorPage: readonly string[];
  readonly articlesBy: string;
  readonly published: string;
  readonly updated: string;
  readonly takeaways: string;
  readonly contents: string;
  readonly questions: string;
  readonly related: string;
  readonly sources: string;
  readonly supports: string;
  readonly read: string;
  readonly unreviewed: string;
  readonly disclaimer: string;
  readonly reader: readonly [question: string, answer: string];
  readonly toReader: string;
  readonly trail: string;
  readonly feed: string;
  readonly unset: string;
  readonly sourcesOf: string;
}

export const BLOG_WORDS: Readonly<Record<Language, BlogWords>> = {
  en: {
    title: 'Blog',
    lead: 'Scan reports, one question at a time. Every fact is tied to a source you can open.',
    description:
      'Plain articles about radiology reports: what the words mean, what findings are, and what to ask next.',
    shelves: 'Topics',
    all: 'All articles',
    newest: 'Start here',
    more: 'More articles',
    minutes: (minutes) => `${minutes} min read`,
    count: (count) => (count === 1 ? '1 article' : `${count} articles`),
    by: 'By',
    author: 'ReadingScan editorial team',
    authorPage: [
      'The people who write ReadingScan write these articles too. They are engineers and writers, not doctors.',
      'Each medical statement rests on a source that we opened. The article names it, says when it was read, and what it supports.',
      'No clinician has reviewed the articles yet. Until one has, each article says so.',
    ],
    articlesBy: 'Articles',
    published: 'Published',
    updated: 'Updated',
    takeaways: 'In short',
    contents: 'On this page',
    questions: 'Questions people ask',
    related: 'Read next',
    sources: 'Sources',
    supports: 'For:',
    read: 'Read on',
    unreviewed: 'No clinician has reviewed this article yet.',
    disclaimer:
      'This is education. It is not a diagnosis and not advice about your own care. Ask your doctor about your report. If you feel very unwell, call your local emergency number.',
    reader: [
      'Confused by your own report?',
      'Add a photo or the text. Read it in plain words. It stays on your device.',
    ],
    toReader: 'Read my report',
    trail: 'Where you are',
    feed: 'Feed of new articles',
    unset: 'not set yet by who runs this site',
    sourcesOf: 'Sources of this page',
  },
  es: {
    title: 'Blog',
    lead: 'Los informes de estudios, una pregunta a la vez. Cada dato lleva una fuente que usted puede abrir.',
    description:
      'Artículos claros sobre informes de radiología: qué quieren decir las palabras, qué son los hallazgos y qué preguntar.',
    shelves: 'Temas',
    all: 'Todos los artículos',
    newest: 'Empiece por aquí',
    more: 'Más artículos',
    minutes: (minutes) => `${minutes} min de lectura`,
    count: (count) => (count === 1 ? '1 artículo' : `${count} artículos`),
    by: 'Por',
    author: 'Equipo editorial de ReadingScan',
    authorPage: [
      'Quienes hacen ReadingScan escriben también estos artículos. Son ingenieros y redactores, no médicos.',
      'Cada dato médico se apoya en una fuente que abrimos. El artículo la nombra, dice cuándo se leyó y qué respalda.',
      'Ningún profesional de la salud ha revisado aún los artículos. Mientras sea así, cada artículo lo dice.',
    ],
    articlesBy: 'Artículos',
    published: 'Publicado',
    updated: 'Actualizado',
    takeaways: 'En breve',
    contents: 'En esta página',
    questions: 'Preguntas frecuentes',
    related: 'Siga leyendo',
    sources: 'Fuentes',
    supports: 'Respalda:',
    read: 'Leído el',
    unreviewed: 'Ningún profesional de la salud ha revisado aún este artículo.',
    disclaimer:
      'Esto es información educativa. No es un diagnóstico ni un consejo sobre su caso. Hable de su informe con su médico. Si se siente muy mal, llame al número de emergencias de su país.',
    reader: [
      '¿No entiende su propio informe?',
      'Agregue una foto o el texto y léalo en palabras claras. No sale de su dispositivo.',
    ],
    toReader: 'Leer mi informe',
    trail: 'Dónde está',
    feed: 'Canal de artículos nuevos',
    unset: 'aún no lo ha indicado quien administra este sitio',
    sourcesOf: 'Fuentes de esta página',
  },
  zh: {
    title: '博客',
    lead: '一次讲清报告里的一个问题。每个事实都附有可以打开的来源。',
    description: '用浅白的话讲影像报告：词是什么意思，常见发现是什么，接下来该问什么。',
    shelves: '主题',
    all: '全部文章',
    newest: '从这里开始',
    more: '更多文章',
    minutes: (minutes) => `约${minutes}分钟读完`,
    count: (count) => `${count}篇文章`,
    by: '作者：',
    author: 'ReadingScan编辑组',
    authorPage: [
      '这些文章由制作ReadingScan的人撰写。他们是工程师和写作者，不是医生。',
      '每一条医学内容都依据我们打开过的来源。文章写明来源、阅读日期，以及它支持哪一点。',
      '目前还没有临床医生审阅过这些文章。在此之前，每篇文章都会注明。',
    ],
    articlesBy: '文章',
    published: '发布于',
    updated: '更新于',
    takeaways: '要点',
    contents: '本页内容',
    questions: '常见问题',
    related: '接着读',
    sources: '来源',
    supports: '支持：',
    read: '阅读于',
    unreviewed: '目前还没有临床医生审阅过这篇文章。',
    disclaimer:
      '本文仅供学习，不是诊断，也不是针对您个人的医疗建议。请与医生讨论您的报告。如果您感到非常不适，请拨打当地急救电话。',
    reader: ['看不懂自己的报告？', '添加照片或文字，读浅白的说明。内容不会离开您的设备。'],
    toReader: '读我的报告',
    trail: '当前位置',
    feed: '新文章订阅源',
    unset: '本站运营者尚未填写',
    sourcesOf: '本页的来源',
  },
};
