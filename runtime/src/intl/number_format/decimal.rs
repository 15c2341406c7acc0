//! Decimal numbers: the shortest digits that tell a double from all others, rounded half away from zero, as ICU does it.

use crate::builtins::number::shortest_digits;

/// `0.digits × 10^exponent`, not negative.
pub(super) struct Decimal {
    digits: Vec<u8>,
    exponent: i32,
    /// Zeros to write although they say nothing: down to this power of ten.
    least_fraction: usize,
}

impl Decimal {
    /// Of a finite number that is not negative.
    pub(super) fn of(number: f64) -> Decimal {
        let (digits, exponent) = shortest_digits(number);
        let digits = digits.bytes().map(|digit| digit - b'0').collect();
        let mut decimal = Decimal { digits, exponent: exponent + 1, least_fraction: 0 };
        decimal.trim();
        decimal
    }

    /// Multiplies by a power of ten.
    pub(super) fn shift(&mut self, places: i32) {
        if !self.is_zero() {
            self.exponent += places;
        }
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.exponent = 0;
        }
    }

    /// Keeps so many digits; a negative number keeps none and rounds to zero.
    fn keep(&mut self, count: i32) {
        let kept = usize::try_from(count).unwrap_or(0);
        if kept >= self.digits.len() {
            return;
        }
        let round_up = count >= 0 && self.digits[kept] >= 5;
        self.digits.truncate(kept);
        if round_up {
            let mut carry = true;
            for digit in self.digits.iter_mut().rev() {
                if *digit == 9 {
                    *digit = 0;
                } else {
                    *digit += 1;
                    carry = false;
                    break;
                }
            }
            if carry {
                self.digits.insert(0, 1);
                self.exponent += 1;
            }
        }
        self.trim();
    }

    /// At most `most` digits behind the point, at least `least`.
    pub(super) fn round_fraction(&mut self, least: u8, most: u8) {
        self.keep(self.exponent + i32::from(most));
        self.least_fraction = least.into();
    }

    /// At most `most` significant digits, at least `least`.
    pub(super) fn round_significant(&mut self, least: u8, most: u8) {
        self.keep(most.into());
        let whole = if self.is_zero() { 1 } else { self.exponent };
        self.least_fraction = usize::try_from(i32::from(least) - whole).unwrap_or(0);
    }

    /// The digits before the point, at least so many, and behind it.
    pub(super) fn digits(&self, least_whole: u8) -> (String, String) {
        let letter = |digit: &u8| char::from(b'0' + digit);
        let point = usize::try_from(self.exponent).unwrap_or(0);
        let mut whole: String = self.digits.iter().take(point).map(letter).collect();
        whole.extend(std::iter::repeat_n('0', point.saturating_sub(self.digits.len())));
        let missing = usize::from(least_whole).saturating_sub(whole.len());
        let whole = "0".repeat(missing) + &whole;
        let leading = if self.is_zero() { 0 } else { usize::try_from(-self.exponent).unwrap_or(0) };
        let mut fraction = "0".repeat(leading);
        fraction.extend(self.digits.iter().skip(point).map(letter));
        while fraction.len() < self.least_fraction {
            fraction.push('0');
        }
        (whole, fraction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_rounded_half_up() {
        let fixed = |number: f64, least, most| {
            let mut decimal = Decimal::of(number);
            decimal.round_fraction(least, most);
            let (whole, fraction) = decimal.digits(1);
            format!("{whole}.{fraction}")
        };
        assert_eq!(fixed(1.005, 0, 2), "1.01");
        assert_eq!(fixed(999.9995, 0, 3), "1000.");
        assert_eq!(fixed(0.0, 2, 2), "0.00");
        assert_eq!(fixed(0.05, 0, 1), "0.1");
        assert_eq!(fixed(0.04, 0, 1), "0.");
        assert_eq!(fixed(0.004, 0, 1), "0.");
        assert_eq!(fixed(1e21, 0, 3), "1000000000000000000000.");
        assert_eq!(fixed(0.000123, 1, 20), "0.000123");
    }
}
