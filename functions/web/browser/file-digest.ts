/// <reference lib="dom" />

// A field for the SHA-256 of a document gets a file beside it: the digest is computed here, and the file goes nowhere.

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Around a field that takes a digest. */
class FileDigest extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input');
    // Browsers compute digests only on sites that they trust.
    if (!field || typeof crypto.subtle === 'undefined') return;
    const label = document.createElement('label');
    const chooser = document.createElement('input');
    chooser.type = 'file';
    chooser.id = `${field.id}-file`;
    label.htmlFor = chooser.id;
    label.className = 'minor';
    label.textContent = this.dataset.label ?? '';
    chooser.addEventListener('change', () => void this.take(chooser.files?.[0], field));
    field.after(label, chooser);
  }

  private async take(file: File | undefined, field: HTMLInputElement): Promise<void> {
    if (file) field.value = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  }
}

customElements.define('file-digest', FileDigest);
