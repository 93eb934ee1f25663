/** A file for a file input. */
export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** A PDF of one empty page, with what else is to stand in its trailer. */
export function pdf(name: string, trailer = ''): Chosen {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
    '<</Type/Page/Parent 2 0 R>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<</Size 4/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') };
}

/** The same, to be opened with a password only. */
export function locked(name: string): Chosen {
  const secret = 'x'.repeat(32);
  return pdf(name, `/ID[(0123456789abcdef)(0123456789abcdef)]/Encrypt<</Filter/Standard/V 1/R 2/O(${secret})/U(${secret})/P -4>>`);
}
