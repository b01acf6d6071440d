/** All components of the design system on one page, made by the components themselves, so that it cannot show what is not so. */
import { READ } from '@readingscan/reader/languages';
import { Chips } from '../layout/chips.tsx';
import { hrefOf } from '../layout/href.ts';
import { ICONS, Icon } from '../layout/icon.tsx';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { StepPicture } from '../pages/step-pictures.tsx';
import { UploadArea } from '../reader/upload-area.tsx';
import { FILE_STEPS, WorkingSteps } from '../reader/working.tsx';
import { wordsOf } from '../words/words-of.ts';
import { Colours } from './colours.tsx';
import { Fields } from './fields.tsx';
import { Part } from './part.tsx';
import { ResultParts } from './result-parts.tsx';
import { DESIGN_WORDS as text } from './words.ts';

const SPACES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const CORNERS = [1, 2, 3] as const;
const nothing = (): void => undefined;

export function DesignPage({ site }: { readonly site: SiteView }) {
  const { exams } = wordsOf(READ).glossary;
  return (
    <Page
      site={site}
      path="/design"
      languages={[READ]}
      title={wordsOf(READ).titled(text.title)}
      description={text.description}
      style="design"
      quotes
      isHidden
    >
      <div class="wrap design">
        <header>
          <h1>{text.title}</h1>
          <p class="lead quiet">{text.lead}</p>
        </header>
        <Part id="type" heading={text.type}>
          <p class="lead">{text.plain}</p>
          <p class="lead report">{text.report}</p>
          <h3>{text.sizes.h3}</h3>
          <h4>{text.sizes.h4}</h4>
          <p class="lead">{text.sizes.lead}</p>
          <p>{text.sizes.body}</p>
          <p class="design-ui">{text.sizes.ui}</p>
          <p class="caption">{text.sizes.caption}</p>
        </Part>
        <Part id="colours" heading={text.colours}>
          <Colours />
        </Part>
        <Part id="spacing" heading={text.spacing}>
          <ul class="spaces">
            {SPACES.map((space) => (
              <li key={space}>
                <span class="space" data-space={space} /> s{space}
              </li>
            ))}
          </ul>
          <h3>{text.corners}</h3>
          <ul class="corners">
            {CORNERS.map((corner) => (
              <li key={corner} data-corner={corner}>
                r{corner}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="buttons" heading={text.buttons}>
          <div class="row">
            <button type="button" class="button primary">
              {text.primary}
            </button>
            <button type="button" class="button">
              <Icon name="print" />
              {text.button}
            </button>
            <button type="button" class="button big">
              {text.big}
            </button>
            <button type="button" class="button" disabled>
              {text.disabled}
            </button>
            <button type="button" class="link-button">
              {text.link}
            </button>
          </div>
          <ul class="icons">
            {ICONS.map((name) => (
              <li key={name}>
                <Icon name={name} /> {name}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="upload" heading={text.upload}>
          <UploadArea dragging={false} onFiles={nothing} onPhotograph={nothing} onPaste={nothing} />
        </Part>
        <Part id="fields" heading={text.fields}>
          <Fields />
        </Part>
        <Part id="chips" heading={text.chips}>
          <Chips
            chips={Object.entries(exams).map(([exam, name], at) => ({
              name,
              href: hrefOf(READ, `/glossary?exam=${exam}`),
              isChosen: at === 0,
            }))}
          />
        </Part>
        <Part id="progress" heading={text.progress}>
          <div class="working">
            <WorkingSteps steps={FILE_STEPS} progress={{ step: 'read', page: 1, pages: 2, fraction: 0.4 }} />
          </div>
        </Part>
        <Part id="pictures" heading={text.pictures}>
          <div class="row">
            {[0, 1, 2].map((step) => (
              <StepPicture key={step} step={step} />
            ))}
          </div>
        </Part>
      </div>
      <ResultParts />
    </Page>
  );
}
