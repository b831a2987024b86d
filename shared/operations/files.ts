/** A file as it is kept. */
export interface KeptFile {
  name: string;
  /** In bytes. */
  size: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}

/** What a file holds: all of it, or piece after piece, so that no file has to fit into memory. */
export type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** Keeps files for the platform; made in functions/runtime.ts. Every call's error: `unavailable`, when the store cannot be reached. */
export interface Files {
  /**
   * Keeps a file under a name, in which `/` parts folders. The first under a name stays for good: whoever keeps another there is answered the one
   * that is kept. So twice comes to the same as once, and two at the same time agree.
   */
  keep(name: string, content: Content, type: string): Promise<KeptFile>;
  /** The file of a name; undefined when there is none. */
  find(name: string): Promise<KeptFile | undefined>;
  /**
   * An address from which whoever has it may fetch the file for five minutes, without an account; it arrives as a download called `as` (ASCII).
   * It says nothing of whether there is such a file.
   */
  addressOf(name: string, as: string): Promise<string>;
}
