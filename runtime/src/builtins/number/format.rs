//! Numbers as text in the notations of `toFixed`, `toPrecision`, `toExponential` and `toString(radix)`.
//!
//! All take finite numbers.

/// `x` with `fraction_digits` digits behind the point, for `|x| < 1e21`.
pub(super) fn fixed(x: f64, fraction_digits: usize) -> String {
    let magnitude = x.abs();
    let rounded = format!("{magnitude:.fraction_digits$}");
    // The standard library rounds an exact half to even. Only a digit 5 behind the last one can be such a half.
    let longer = format!("{magnitude:.*}", fraction_digits + 1);
    // No double has more than 1074 fraction digits.
    let is_half = || format!("{magnitude:.1100}")[longer.len()..].bytes().all(|digit| digit == b'0');
    if !longer.ends_with('5') || !is_half() {
        return with_sign(x, rounded);
    }
    let kept = longer.len() - if fraction_digits == 0 { 2 } else { 1 };
    with_sign(x, increment(&longer[..kept]))
}

/// A decimal number plus one in its last place.
fn increment(digits: &str) -> String {
    let mut digits = digits.to_owned().into_bytes();
    for digit in digits.iter_mut().rev() {
        match digit {
            b'.' => {}
            b'9' => *digit = b'0',
            _ => {
                *digit += 1;
                return ascii(digits);
            }
        }
    }
    format!("1{}", ascii(digits))
}

/// `x` in exponential notation with `fraction_digits` digits behind the point, or as many as are needed to tell it from
/// every other number.
pub(super) fn exponential(x: f64, fraction_digits: Option<usize>) -> String {
    let (digits, exponent) = match fraction_digits {
        Some(count) => rounded_digits(x.abs(), count + 1),
        None => shortest_digits(x.abs()),
    };
    with_sign(x, exponential_notation(&digits, exponent))
}

/// `x` with `precision` significant digits, in whichever notation ECMA-262 picks.
pub(super) fn precision(x: f64, precision: usize) -> String {
    let (digits, exponent) = rounded_digits(x.abs(), precision);
    let text = if exponent < -6 || exponent >= precision as i32 {
        exponential_notation(&digits, exponent)
    } else if exponent < 0 {
        format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize))
    } else {
        let (whole, fraction) = digits.split_at(exponent as usize + 1);
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    };
    with_sign(x, text)
}

fn with_sign(x: f64, text: String) -> String {
    if x < 0.0 { format!("-{text}") } else { text }
}

fn exponential_notation(digits: &str, exponent: i32) -> String {
    let sign = if exponent < 0 { '-' } else { '+' };
    let (first, rest) = digits.split_at(1);
    let point = if rest.is_empty() { "" } else { "." };
    format!("{first}{point}{rest}e{sign}{}", exponent.unsigned_abs())
}

/// The fewest digits that tell `x` from every other number, and the exponent of the first. Where two are as near, JavaScript takes the
/// even one, unlike the standard library.
pub(crate) fn shortest_digits(x: f64) -> (String, i32) {
    let mut buffer = ryu_js::Buffer::new();
    let text = buffer.format_finite(x);
    let (number, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    if digits.is_empty() {
        return ("0".to_owned(), 0);
    }
    let leading = (all.len() - digits.len()) as i32;
    let exponent: i32 = exponent.parse().unwrap_or_default();
    (digits.trim_end_matches('0').to_owned(), exponent + whole.len() as i32 - 1 - leading)
}

/// Splits `d.ddde±x` into digits and exponent.
fn split(text: &str) -> (String, i32) {
    let (digits, exponent) = text.split_once('e').expect("exponential notation has an exponent");
    (digits.replace('.', ""), exponent.parse().expect("an exponent is an integer"))
}

/// The first `count` digits of `x`, rounded half up, and the exponent of the first.
fn rounded_digits(x: f64, count: usize) -> (String, i32) {
    let rounded = split(&format!("{x:.*e}", count - 1));
    // The standard library rounds an exact half to even. Only a digit 5 behind the last one can be such a half.
    let (longer, exponent) = split(&format!("{x:.count$e}"));
    if !longer.ends_with('5') || x == 0.0 {
        return rounded;
    }
    // No double has more than 767 significant digits.
    let (exact, _) = split(&format!("{x:.800e}"));
    if exact[count + 1..].bytes().any(|digit| digit != b'0') || !exact[..=count].ends_with('5') {
        return rounded;
    }
    let digits = increment(&exact[..count]);
    if digits.len() > count { (digits[..count].to_owned(), exponent + 1) } else { (digits, exponent) }
}

fn ascii(digits: Vec<u8>) -> String {
    digits.into_iter().map(char::from).collect()
}

/// `x` in base `radix`, with V8's choice of how many fraction digits are enough.
pub(super) fn radix(x: f64, radix: u32) -> String {
    let base = f64::from(radix);
    let value = x.abs();
    let mut integer = value.floor();
    let mut fraction = value - integer;
    let mut fraction_digits: Vec<u8> = Vec::new();
    // Half the distance to the next double: digits below it say nothing.
    let mut delta = (0.5 * (value.next_up() - value)).max(f64::from_bits(1));
    if fraction >= delta {
        loop {
            fraction *= base;
            delta *= base;
            let digit = fraction as u8;
            fraction_digits.push(digit);
            fraction -= f64::from(digit);
            let round_up = fraction > 0.5 || (fraction == 0.5 && digit & 1 == 1);
            if round_up && fraction + delta > 1.0 {
                carry(&mut fraction_digits, &mut integer, radix);
                break;
            }
            if fraction < delta {
                break;
            }
        }
    }
    let mut digits: Vec<char> = fraction_digits.iter().rev().map(|digit| letter(u32::from(*digit), radix)).collect();
    if !fraction_digits.is_empty() {
        digits.push('.');
    }
    // Beyond 2^53 the digits that a double cannot tell apart are zeros.
    while integer / base >= 9_007_199_254_740_992.0 {
        integer /= base;
        digits.push('0');
    }
    loop {
        let remainder = integer % base;
        digits.push(letter(remainder as u32, radix));
        integer = (integer - remainder) / base;
        if integer <= 0.0 {
            break;
        }
    }
    if x < 0.0 {
        digits.push('-');
    }
    digits.into_iter().rev().collect()
}

/// Adds one to the last fraction digit. Digits that overflow vanish: they would be trailing zeros.
fn carry(fraction: &mut Vec<u8>, integer: &mut f64, radix: u32) {
    while let Some(digit) = fraction.pop() {
        if u32::from(digit) + 1 < radix {
            fraction.push(digit + 1);
            return;
        }
    }
    *integer += 1.0;
}

fn letter(digit: u32, radix: u32) -> char {
    char::from_digit(digit, radix).expect("a remainder is smaller than the base")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[rustfmt::skip]
    fn notations_of_node() {
        let cases = [
            (fixed(1.005, 2), "1.00"),
            (fixed(0.5, 0), "1"),
            (fixed(2.5, 0), "3"),
            (fixed(1.45, 1), "1.4"),
            (fixed(-1.5, 0), "-2"),
            (fixed(1e-20, 5), "0.00000"),
            (fixed(9.995, 2), "9.99"),
            (fixed(0.0, 2), "0.00"),
            (fixed(-0.0, 2), "0.00"),
            (fixed(-1e-7, 2), "-0.00"),
            (fixed(9.4999e-19, 66), "0.000000000000000000949990000000000019485078867534781170731491324367"),
            (fixed(999.5, 0), "1000"),
            (fixed(100000000000000000000.0, 3), "100000000000000000000.000"),
            (fixed(123.456, 10), "123.4560000000"),
            (fixed(5e-324, 100), "0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"),
            (precision(123.456, 4), "123.5"),
            (precision(1.2e-7, 1), "1e-7"),
            (precision(123456.0, 2), "1.2e+5"),
            (precision(2.5, 1), "3"),
            (precision(35.0, 1), "4e+1"),
            (precision(0.000001, 2), "0.0000010"),
            (precision(1e21, 3), "1.00e+21"),
            (precision(0.0, 3), "0.00"),
            (precision(99.95, 3), "100"),
            (precision(995.0, 2), "1.0e+3"),
            (precision(5e-324, 3), "4.94e-324"),
            (precision(1.25, 2), "1.3"),
            (exponential(12345.0, Some(2)), "1.23e+4"),
            (exponential(0.00015, None), "1.5e-4"),
            (exponential(2.5, Some(0)), "3e+0"),
            (exponential(1e21, None), "1e+21"),
            (exponential(0.0, Some(2)), "0.00e+0"),
            (exponential(-1.5, Some(0)), "-2e+0"),
            (exponential(9.5, Some(0)), "1e+1"),
            (exponential(123456.0, None), "1.23456e+5"),
            (radix(255.0, 16), "ff"),
            (radix(0.5, 2), "0.1"),
            (radix(0.1, 3), "0.0022002200220022002200220022002201"),
            (radix(-255.5, 16), "-ff.8"),
            (radix(1e21, 36), "5v1j4f4ds7c000"),
            (radix(9007199254740992.0, 28), "12bd1h7b56h4"),
            (radix(1152921504606847000.0, 3), "21200101122222021102111220121112210000"),
            (radix(0.3333333333333333, 3), "0.1"),
            (radix(123.456, 36), "3f.gez4w97ry"),
            (radix(0.999999999999, 2), "0.11111111111111111111111111111111111111101110011010001"),
            (radix(-1e300, 7), "-6562255533065302131000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"),
            (radix(5e-324, 2), "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001"),
        ];
        for (result, expected) in cases {
            assert_eq!(result, expected);
        }
    }
}
