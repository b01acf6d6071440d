/** Front matter of articles and pages. English holds the facts that are the same in every language; a translation holds only its words. */
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const sentence = (least: number, most: number) => z.string().trim().min(least).max(most);

const source = z.strictObject({
  title: sentence(4, 240),
  publisher: sentence(2, 120),
  year: z.int().min(1980).max(2100).optional(),
  url: z.url({ protocol: /^https?$/ }),
  read: z.iso.date(),
  supports: sentence(20, 400),
});

const told = {
  title: sentence(2, 80),
  description: sentence(20, 180),
};
const toldOfArticle = {
  ...told,
  takeaways: z.array(sentence(5, 220)).min(3).max(5),
  questions: z
    .array(z.strictObject({ question: sentence(4, 140), answer: sentence(8, 600) }))
    .min(2)
    .max(4),
};

export const article = z.strictObject({
  ...toldOfArticle,
  category: slug,
  published: z.iso.date(),
  updated: z.iso.date().optional(),
  related: z.array(slug).min(2).max(4),
  sources: z.record(slug, source).refine((all) => Object.keys(all).length >= 3, 'name at least three sources'),
});

export const page = z.strictObject({
  ...told,
  updated: z.iso.date(),
  sources: z.record(slug, source).default({}),
});

export const translatedArticle = z.strictObject(toldOfArticle);
export const translatedPage = z.strictObject(told);

const named = z.strictObject({ name: sentence(2, 40), description: sentence(8, 160) });
export const categories = z.array(z.strictObject({ id: slug, en: named, es: named, zh: named })).min(1);

export type ArticleMatter = z.infer<typeof article>;
export type PageMatter = z.infer<typeof page>;
export type SourceMatter = z.infer<typeof source>;
