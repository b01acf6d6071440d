/** What was checked and looks normal, as the report says it. */
import { Icon } from '../layout/icon.tsx';
import { words } from '../words/en.ts';
import { type View, wordsAt } from './view.ts';

export function Normal({ view }: { readonly view: View }) {
  const { normal } = view.explanation;
  if (normal.length === 0) return null;
  const said = sharedStart(normal.map(({ text }) => text));
  return (
    <section class="section" id="normal" aria-labelledby="h-normal">
      <h2 id="h-normal">{words.result.normal.heading}</h2>
      <p class="intro">{words.result.normal.intro}</p>
      <ul class="ledger">
        {normal.map(({ text, basis }) => (
          <li key={text}>
            <Icon name="tick" />
            <span>{text.slice(said)}</span>
            {basis[0] && <span class="from report">“{wordsAt(view.text, basis[0])}”</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where every line opens with the same words and a colon, the heading has said them already. */
function sharedStart(texts: readonly string[]): number {
  const colon = texts[0]?.indexOf(': ') ?? -1;
  if (colon < 0) return 0;
  const start = texts[0]?.slice(0, colon + 2) ?? '';
  return texts.every((text) => text.startsWith(start)) ? start.length : 0;
}
