// @ts-check
/** What the page is called: after what its room shows, and after its corpus. */

/** After a query once typing has rested so long: browsers draw the page's icon anew with every title. */
const REST_MS = 200;

export class TitleKeeper {
  /** @param {{page: boolean, client: {info: {title: string} | null} | null}} host  `page`: it is the whole page */
  constructor(host) {
    this.host = host;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  /** @param {string} what */
  entitle(what) {
    clearTimeout(this.resting);
    if (!this.host.page) return;
    const title = [what, this.host.client?.info?.title || "Crossread"].filter(Boolean).join(" – ");
    if (document.title !== title) document.title = title;
  }

  /** @param {string} what  which may change with the next key */
  entitleSoon(what) {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.entitle(what), REST_MS);
  }
}
