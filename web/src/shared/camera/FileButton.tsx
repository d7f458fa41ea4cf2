import './camera.css';
import '../ui/button.css';

/** The way without a camera: one picture from the device. */
export function FileButton({ label, onFile }: { label: string; onFile: (file: Blob) => void }) {
  function take(input: HTMLInputElement): void {
    const file = input.files?.[0];
    // Emptied, so that choosing the same file again is news.
    input.value = '';
    if (file) onFile(file);
  }
  return (
    <label class="file-button">
      <input
        type="file"
        class="file-input"
        accept="image/*"
        onChange={(event) => take(event.currentTarget)}
      />
      <span class="button button-quiet">{label}</span>
    </label>
  );
}
