/** Home: the reader first, then how it works, words that mislead, and what it is not. */
import { Icon } from '../layout/icon.tsx';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { Reader } from '../reader/reader.tsx';
import { wordsOf } from '../words/words-of.ts';
import { StepPicture } from './step-pictures.tsx';

export function HomePage({ site }: { readonly site: SiteView }) {
  const { assets, language } = site;
  const { home, gap } = wordsOf(language);
  return (
    <Page site={site} path="/" title={home.title} description={home.description} script={assets.home} style="reader">
      <div
        id="reader"
        data-language={language}
        data-words={assets.interface[language]}
        data-assets={JSON.stringify(assets)}
      >
        <Reader assets={assets} />
      </div>
      <div class="home-rest">
        <section class="band" aria-labelledby="h-how">
          <div class="wrap">
            <h2 id="h-how">{home.steps.heading}</h2>
            <ol class="how">
              {home.steps.list.map(([name, text], index) => (
                <li key={name}>
                  <StepPicture step={index} />
                  <h3>
                    <span class="how-number">{index + 1}</span> {name}
                  </h3>
                  <p>{text}</p>
                </li>
              ))}
            </ol>
          </div>
        </section>
        <section class="band plain" aria-labelledby="h-misread">
          <div class="wrap">
            <h2 id="h-misread">{home.misread.heading}</h2>
            <p class="intro">{home.misread.intro}</p>
            <dl class="misread">
              {home.misread.list.map(([word, meaning, more]) => (
                <div key={word}>
                  <dt class="report" lang="en">
                    {word}
                  </dt>
                  <dd>
                    <b>{meaning}</b>
                    {gap}
                    {more}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        </section>
        <section class="band" aria-labelledby="h-limits">
          <div class="wrap">
            <h2 id="h-limits">{home.limits.heading}</h2>
            <div class="limits">
              <div>
                <h3>{home.limits.does}</h3>
                <ul>
                  {home.limits.doesList.map((text) => (
                    <li key={text}>
                      <Icon name="tick" />
                      {text}
                    </li>
                  ))}
                </ul>
              </div>
              <div>
                <h3>{home.limits.doesNot}</h3>
                <ul class="nots">
                  {home.limits.doesNotList.map((text) => (
                    <li key={text}>
                      <Icon name="dash" />
                      {text}
                    </li>
                  ))}
                </ul>
              </div>
            </div>
            <p class="unwell">
              <b>{home.unwell[0]}</b>
              {gap}
              {home.unwell[1]}
            </p>
          </div>
        </section>
      </div>
    </Page>
  );
}
