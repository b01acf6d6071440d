/** What the reader gives, shown on a line of a made-up report: the words, and what they mean. */
import { words } from '../words/en.ts';

export function HeroSheet() {
  const { sheet } = words.home;
  return (
    <figure class="hero-sheet" aria-label={sheet.label}>
      <div class="hero-paper report" lang="en">
        <dl>
          {sheet.parts.map(([name, text], index) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{index === sheet.parts.length - 1 ? <span class="is-marked">{text}</span> : text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <figcaption class="hero-answer">
        <b>{sheet.answer[0]}</b>
        <span>{sheet.answer[1]}</span>
      </figcaption>
    </figure>
  );
}
