const PREFIX = '80840';

/**
 * Whether a National Provider Identifier's last digit is right: Luhn's check over the prefix of United States
 * health cards and the ten digits (45 CFR 162.406).
 */
export function isNpi(npi: string): boolean {
  if (!/^[12]\d{9}$/.test(npi)) return false;
  let sum = 0;
  for (const [index, digit] of [...`${PREFIX}${npi}`].toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
