export interface FaceOptions {
  readonly background?: string;
  /** Hair to the shoulders, or a veil. */
  readonly long?: boolean;
}

const SKINS = ['#d9a679', '#b97f56', '#e5b78f', '#c8905f', '#a9714b'];
const HAIRS = ['#1d1512', '#3a2a20', '#0f0d0c'];
const SHIRTS = ['#7a3b2e', '#2f4b3c', '#5a4a78', '#444c55'];
const VEILS = ['#5b7a8c', '#8c6b5b', '#6b7d55', '#7d5b78'];

/** A drawn face as SVG: synthetic, nobody's. The number varies skin, hair and features, so that people differ. */
export function drawnFace(variant = 0, { background = '#c8d3dd', long = false }: FaceOptions = {}): string {
  const pick = <T>(choices: readonly T[], divisor: number): T =>
    choices[Math.floor(variant / divisor) % choices.length]!;
  const skin = pick(SKINS, 1);
  const hair = pick(HAIRS, 1);
  const width = 135 + pick([0, -9, 9, 5], 3);
  const apart = 50 + pick([0, 5, -5], 5);
  const nose = 50 + pick([0, 8, -6, 4], 7);
  const mouth = 45 + pick([0, 9, -7], 11);
  const brow = pick([258, 252, 262], 13);
  const veil = long && pick([true, false], 17);
  const [left, right] = [300 - apart, 300 + apart];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="640" viewBox="0 0 600 640">
    <rect width="600" height="640" fill="${background}"/>
    ${long && !veil ? `<path d="M150 300c-30-180 70-220 150-220s180 40 150 220l20 250h-340z" fill="${hair}"/>` : ''}
    <path d="M90 640c10-130 110-170 210-170s200 40 210 170z" fill="${pick(SHIRTS, 1)}"/>
    <rect x="245" y="390" width="110" height="110" rx="40" fill="${skin}"/>
    <ellipse cx="300" cy="290" rx="${width}" ry="170" fill="${skin}"/>
    ${veil ? '' : `<path d="M160 290c-15-150 60-200 140-200s155 50 140 200c-20-90-60-120-140-120s-120 30-140 120z" fill="${hair}"/>`}
    ${veil ? `<path fill-rule="evenodd" d="M300 60c-130 0-190 110-180 240l-50 340h460l-50-340c10-130-50-240-180-240zm0 70c90 0 125 75 122 160-3 110-60 175-122 175s-119-65-122-175c-3-85 32-160 122-160z" fill="${pick(VEILS, 1)}"/>` : ''}
    <ellipse cx="${left}" cy="285" rx="16" ry="11" fill="#fff"/><ellipse cx="${right}" cy="285" rx="16" ry="11" fill="#fff"/>
    <circle cx="${left}" cy="286" r="8" fill="#2b1b12"/><circle cx="${right}" cy="286" r="8" fill="#2b1b12"/>
    <path d="M${left - 25} ${brow}q25-14 50 0M${right - 25} ${brow}q25-14 50 0" stroke="${hair}" stroke-width="8" fill="none"/>
    <path d="M300 295l-14 ${nose}q14 8 28 0" stroke="#8a5a3c" stroke-width="5" fill="none"/>
    <path d="M${300 - mouth} 385q${mouth} 28 ${2 * mouth} 0" stroke="#8c3b34" stroke-width="9" fill="none" stroke-linecap="round"/>
    <text x="300" y="625" font-size="26" text-anchor="middle" fill="#fff" font-family="sans-serif">SINTETIS</text>
  </svg>`;
}
