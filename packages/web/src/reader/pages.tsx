/** Photographed pages, one after the other, before they are read as one report. */
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { FileButton } from './file-button.tsx';
import { useObjectUrls } from './use-object-urls.ts';

interface Props {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRead: (files: readonly File[]) => void;
  readonly onBack: () => void;
}

export function Pages({ files, onFiles, onRead, onBack }: Props) {
  const { reader } = useWords();
  const urls = useObjectUrls(files);
  return (
    <div class="wrap view">
      <h1 tabIndex={-1}>{reader.pagesHeading}</h1>
      <ol class="pages">
        {files.map((file, index) => (
          <li key={`${file.name}-${file.lastModified}`}>
            <img src={urls[index] ?? ''} alt="" />
            <button
              type="button"
              class="button"
              aria-label={reader.removePage(index + 1)}
              onClick={() => {
                const rest = files.filter((other) => other !== file);
                return rest.length === 0 ? onBack() : onFiles(rest);
              }}
            >
              <Icon name="close" />
            </button>
            <p>{reader.page(index + 1)}</p>
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" class="button big primary" onClick={() => onRead(files)}>
          {reader.readPages(files.length)}
        </button>
        <FileButton className="button big" icon="camera" camera onFiles={(more) => onFiles([...files, ...more])}>
          {reader.addPage}
        </FileButton>
        <button type="button" class="button big" onClick={onBack}>
          {reader.back}
        </button>
      </div>
    </div>
  );
}
