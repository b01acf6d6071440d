/** A button that takes one file of kept reports, the same one again if it must. */
interface Props {
  readonly label: string;
  readonly onFile: (file: File) => Promise<void>;
}

export const BringCopy = ({ label, onFile }: Props) => (
  <label class="file-button button">
    <span>{label}</span>
    <input
      type="file"
      accept=".zip,application/zip"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) void onFile(file);
        currentTarget.value = '';
      }}
    />
  </label>
);
