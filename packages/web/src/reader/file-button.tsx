/** A button that takes files, from the camera or from the device; the input itself stays in the order of focus. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../layout/icon.tsx';

interface Props {
  readonly className: string;
  readonly icon: IconName;
  readonly camera?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

const KINDS = [
  'image/jpeg,image/png,image/webp,application/pdf,text/plain,text/html,application/rtf,application/json,application/xml,application/zip',
  '.jpg,.jpeg,.png,.webp,.pdf,.txt,.docx,.odt,.rtf,.html,.htm,.json,.xml,.hl7,.dcm,.zip',
].join(',');

export function FileButton({ className, icon, camera = false, onFiles, children }: Props) {
  return (
    <label class={`file-button ${className}`}>
      <Icon name={icon} />
      <span>{children}</span>
      <input
        type="file"
        accept={camera ? 'image/*' : KINDS}
        {...(camera ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          input.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
