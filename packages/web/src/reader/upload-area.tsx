/** Where a report is given: the frame of a camera and a drop zone in one, and the line that says where it stays. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { FileButton } from './file-button.tsx';
import { ServerForm } from './server-form.tsx';

export interface UploadAreaProps {
  readonly dragging: boolean;
  /** a way without script; none in a frame, where a report would go somewhere unseen */
  readonly hasServerForm?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPhotograph: (files: readonly File[]) => void;
  readonly onPaste: () => void;
}

export function UploadArea({ dragging, hasServerForm = true, onFiles, onPhotograph, onPaste }: UploadAreaProps) {
  const { reader, gap } = useWords();
  return (
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
      {typeof document === 'undefined' && hasServerForm && <NoScript />}
    </section>
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
