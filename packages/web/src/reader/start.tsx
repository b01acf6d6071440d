/** The first screen: the reader before anything else, and what it gives. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { FileButton } from './file-button.tsx';
import { HeroSheet } from './hero-sheet.tsx';
import { KeptLanguage } from './kept-language.tsx';
import { Newer, OnThisDevice } from './on-this-device.tsx';
import { ServerForm } from './server-form.tsx';

interface Props {
  readonly dragging: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPhotograph: (files: readonly File[]) => void;
  readonly onPaste: () => void;
  readonly onSample: () => void;
}

export function Start({ dragging, onFiles, onPhotograph, onPaste, onSample }: Props) {
  const { home, reader, gap } = useWords();
  return (
    <div class="wrap hero">
      <div class="hero-main">
        <h1>
          <span class="marked-line report">{home.heading[0]}</span> <span class="second-line">{home.heading[1]}</span>
        </h1>
        <p class="hero-lead">{home.lead}</p>
        <section class={dragging ? 'reader-card is-dragging' : 'reader-card'} aria-labelledby="reader-start">
          <div class="frame needs-script">
            <h2 id="reader-start" tabIndex={-1}>
              <span class="for-touch">{reader.heading}</span>
              <span class="for-mouse">{dragging ? reader.dropHere : reader.headingDrop}</span>
            </h2>
            <div class="ways">
              <FileButton className="button big primary photograph" icon="camera" camera onFiles={onPhotograph}>
                {reader.photograph}
              </FileButton>
              <FileButton className="button big choose" icon="file" onFiles={onFiles}>
                {reader.choose}
              </FileButton>
              <button type="button" class="button big" onClick={onPaste}>
                <Icon name="paste" />
                {reader.paste}
              </button>
            </div>
            <p class="caption formats">{reader.formats}</p>
          </div>
          <p class="privacy-line needs-script">
            <Icon name="device" />
            <span>
              <b>{reader.privacy[0]}</b>
              {gap}
              {reader.privacy[1]}
            </span>
          </p>
          {typeof document === 'undefined' && <NoScript />}
        </section>
        <p class="needs-script">
          <button type="button" class="link-button" onClick={onSample}>
            {home.sample} <span aria-hidden="true">→</span>
          </button>
        </p>
        <KeptLanguage />
        <Newer />
        <OnThisDevice />
      </div>
      <HeroSheet />
    </div>
  );
}

/** Without script the report would have to leave the device: said so, and done only on a press. */
function NoScript() {
  const { noScript } = useWords();
  return (
    <noscript>
      <ServerForm>
        <h2>{noScript.heading}</h2>
        <p>{noScript.text}</p>
      </ServerForm>
    </noscript>
  );
}
