/** Nothing is kept yet: what this page is for, and where to begin. */
import { hrefOf } from '../layout/href.ts';
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import { useLanguage } from '../words/use-words.ts';

export function NothingKept() {
  const { empty } = useDashboardWords();
  const language = useLanguage();
  return (
    <section class="card nothing-kept" aria-labelledby="h-empty">
      <h2 id="h-empty">{empty.heading}</h2>
      <p>{empty.text}</p>
      <dl>
        {empty.points.map(([name, what]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a class="button primary big" href={hrefOf(language, '/')}>
          {empty.begin}
        </a>
      </p>
      <p class="caption">{empty.where}</p>
    </section>
  );
}
