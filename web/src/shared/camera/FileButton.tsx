import './camera.css';
import '../ui/button.css';

interface FileButtonProps {
  readonly label: string;
  /** Kinds of files, as the `accept` attribute has them. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

/** One file from the device; a picture, unless it says otherwise. */
export function FileButton({ label, accept = 'image/*', onFile }: FileButtonProps) {
  function take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // Emptied, so that choosing the same file again is news.
    input.value = '';
    if (file) onFile(file);
  }
  return (
    <label class="file-button">
      <input type="file" class="file-input" accept={accept} onChange={(event) => take(event.currentTarget)} />
      <span class="button button-quiet">{label}</span>
    </label>
  );
}
