/** What a bucket lists of itself (ListObjectsV2), read without a library: a flat list of three fields. */

export interface ListedPage {
  readonly found: readonly { readonly key: string; readonly bytes: number }[];
  /** where the next page begins; null: this was the last one */
  readonly next: string | null;
}

export function pageOf(xml: string): ListedPage {
  const found = xml
    .split('<Contents>')
    .slice(1)
    .map((part) => ({ key: fieldOf(part, 'Key') ?? '', bytes: Number(fieldOf(part, 'Size') ?? 0) }));
  const isMore = fieldOf(xml, 'IsTruncated') === 'true';
  return { found, next: isMore ? fieldOf(xml, 'NextContinuationToken') : null };
}

function fieldOf(xml: string, name: string): string | null {
  const from = xml.indexOf(`<${name}>`);
  const to = xml.indexOf(`</${name}>`, from);
  return from < 0 || to < 0 ? null : unescaped(xml.slice(from + name.length + 2, to));
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : (NAMED[name] ?? ''),
  );
