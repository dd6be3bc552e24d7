//! Exact decimal numbers, so that 36.57億 is 3,657,000,000 and nothing beside it.

/// `mantissa · 10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    /// Nought.
    pub const ZERO: Decimal = Decimal::whole(0);

    /// A whole number.
    pub const fn whole(value: i128) -> Decimal {
        Decimal { mantissa: value, exponent: 0 }
    }

    /// Digits with at most one point among them; `None` past 36 digits, which no quantity has.
    pub fn parse(written: &str) -> Option<Decimal> {
        let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
        let digits = format!("{whole}{fraction}");
        if digits.len() > 36 {
            return None;
        }
        Some(Decimal { mantissa: digits.parse().ok()?, exponent: -i32::try_from(fraction.len()).ok()? })
    }

    /// Times a power of ten.
    pub fn shift(self, exponent: i32) -> Decimal {
        Decimal { exponent: self.exponent.saturating_add(exponent), ..self }
    }

    /// The sum; `None` where it does not fit.
    #[allow(clippy::should_implement_trait, reason = "a sum that does not fit is no number, so this is no `Add`")]
    pub fn add(self, other: Decimal) -> Option<Decimal> {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |term: Decimal| {
            let shift = u32::try_from(term.exponent - exponent).ok()?;
            term.mantissa.checked_mul(10i128.checked_pow(shift)?)
        };
        Some(Decimal { mantissa: scaled(self)?.checked_add(scaled(other)?)?, exponent })
    }

    /// With the other sign.
    pub fn negate(self) -> Decimal {
        Decimal { mantissa: -self.mantissa, ..self }
    }

    /// Whether it is nought.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The nearest floating-point number.
    pub fn value(self) -> f64 {
        format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn exact() {
        let value = |text: &str, shift: i32| Decimal::parse(text).map(|decimal| decimal.shift(shift).value());
        assert_eq!(value("36.57", 8), Some(3_657_000_000.0));
        assert_eq!(value("2.3", 4), Some(23_000.0));
        assert_eq!(value("0.1", 0), Some(0.1));
        assert_eq!(value(&"9".repeat(37), 0), None);
        let sum = Decimal::parse("29").and_then(|high| high.shift(4).add(Decimal::parse("1890.5")?));
        assert_eq!(sum.map(Decimal::value), Some(291_890.5));
    }
}
