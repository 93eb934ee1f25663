//! Shows the component that the address names: `vant.html#button`.

/** `mount` says whether the kit has it; the probe reads the answer from the page. */
export function show(mount: (id: string) => boolean): void {
  document.documentElement.dataset.kit = mount(location.hash.slice(1)) ? 'shown' : 'none';
}
