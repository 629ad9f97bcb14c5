import type { Language } from '#lib/language.ts';
import type { DeskViewer } from '#lib/server/protection-viewer.ts';
import type { Viewer } from '#lib/server/viewer.ts';

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** What a person may tell us so that the fault is found in the log. */
      reference?: string;
    }
    interface Locals {
      language: Language;
      /** Whether words give way to pictures and sound. */
      withPictures: boolean;
      /** The id of this request, in the log and on error pages. */
      requestId: string;
      /** Without it no script of the page runs. */
      nonce: string;
      /** The random 128 bits of this phone, 32 hexadecimal digits. */
      device: string;
      /** The token of a signed-in person. */
      sessionToken: string | null;
      /** Who is signed in; null for everybody else. */
      viewer: Viewer | null;
      /** The token of a session at the protection desk; null everywhere but under /protect. */
      deskToken: string | null;
      /** Who is signed in at the protection desk; null everywhere but under /protect. */
      deskViewer: DeskViewer | null;
    }
    interface PageData {
      isDemo?: boolean;
      nonce?: string;
      language?: Language;
      languageSwitch?: string;
      otherLanguage?: { code: string; name: string };
      isTablet?: boolean;
      withPictures?: boolean;
      picturesSwitch?: string;
      viewerName?: string | null;
    }
  }
}

export {};
