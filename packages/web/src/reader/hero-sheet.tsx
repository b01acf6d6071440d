/** What the reader gives, shown on a line of a made-up report: the words, and what they mean. */
import { SAMPLE_LINES } from '../sample.ts';
import { useWords } from '../words/use-words.ts';

export function HeroSheet() {
  const { sheet } = useWords().home;
  return (
    <figure class="hero-sheet" aria-label={sheet.label}>
      <div class="hero-paper report" lang="en">
        <dl>
          {SAMPLE_LINES.map(([name, text], index) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{index === SAMPLE_LINES.length - 1 ? <span class="is-marked">{text}</span> : text}</dd>
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
