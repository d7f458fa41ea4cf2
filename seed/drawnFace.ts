/** A drawn face as SVG: synthetic, nobody's. The number varies hair and skin, so that two people differ. */
export function drawnFace(variant = 0): string {
  const skin = ['#d9a679', '#b97f56', '#e5b78f'][variant % 3];
  const hair = ['#1d1512', '#3a2a20', '#0f0d0c'][variant % 3];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="640" viewBox="0 0 600 640">
    <rect width="600" height="640" fill="#c8d3dd"/>
    <path d="M90 640c10-130 110-170 210-170s200 40 210 170z" fill="#7a3b2e"/>
    <rect x="245" y="390" width="110" height="110" rx="40" fill="${skin}"/>
    <ellipse cx="300" cy="290" rx="135" ry="170" fill="${skin}"/>
    <path d="M160 290c-15-150 60-200 140-200s155 50 140 200c-20-90-60-120-140-120s-120 30-140 120z" fill="${hair}"/>
    <ellipse cx="250" cy="285" rx="16" ry="11" fill="#fff"/><ellipse cx="350" cy="285" rx="16" ry="11" fill="#fff"/>
    <circle cx="250" cy="286" r="8" fill="#2b1b12"/><circle cx="350" cy="286" r="8" fill="#2b1b12"/>
    <path d="M225 258q25-14 50 0M325 258q25-14 50 0" stroke="${hair}" stroke-width="8" fill="none"/>
    <path d="M300 295l-14 50q14 8 28 0" stroke="#8a5a3c" stroke-width="5" fill="none"/>
    <path d="M255 385q45 28 90 0" stroke="#8c3b34" stroke-width="9" fill="none" stroke-linecap="round"/>
    <text x="300" y="625" font-size="26" text-anchor="middle" fill="#fff" font-family="sans-serif">SINTETIS</text>
  </svg>`;
}
