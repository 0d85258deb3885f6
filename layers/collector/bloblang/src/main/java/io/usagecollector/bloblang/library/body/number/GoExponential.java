package io.usagecollector.bloblang.library.body.number;

/**
 * {@code e} to a power, and the logarithm, to the last digit as Go computes them on a processor
 * that multiplies and adds in one step. The method of the first is Naoki Shibata's: the argument is
 * reduced by multiples of ln 2 and by 16, and the result of a Taylor series squared four times.
 */
final class GoExponential {
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_UPPER = 0.693147180559663;
  private static final double LN2_LOWER = 2.8235290563031577e-13;

  /** One over the factorials from 8 down to 3. */
  private static final double[] SERIES = {
    2.48015873015873e-05,
    0.0001984126984126984,
    0.001388888888888889,
    0.008333333333333333,
    0.041666666666666664,
    0.16666666666666666,
    0.5,
    1.0
  };

  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877e-10;
  private static final double[] EVEN = {
    0.15313837699209373, 0.22222198432149784, 0.3999999999940942
  };
  private static final double[] ODD = {
    0.14798198605116586, 0.1818357216161805, 0.2857142874366239, 0.6666666666666735
  };

  private GoExponential() {}

  /** Of a finite argument whose result is no subnormal and no infinity. */
  static double exp(double x) {
    double whole = Math.rint(LOG2_E * x);
    double rest = Math.fma(-LN2_LOWER, whole, Math.fma(-LN2_UPPER, whole, x)) * 0.0625;
    double series = SERIES[0];
    for (int i = 1; i < SERIES.length; i++) {
      series = Math.fma(series, rest, SERIES[i]);
    }
    double result = rest * series;
    for (int i = 0; i < 3; i++) {
      result *= result + 2;
    }
    return Math.scalb(Math.fma(result, result + 2, 1), (int) whole);
  }

  /** Of a positive, finite argument. */
  static double log(double x) {
    int exponent = Powers.exponentOf(x);
    double mantissa = Math.scalb(x, -exponent);
    if (mantissa < Math.sqrt(2) / 2) {
      mantissa *= 2;
      exponent--;
    }
    double f = mantissa - 1;
    double s = f / (2 + f);
    double square = s * s;
    double fourth = square * square;
    double odd = square * polynomial(ODD, fourth);
    double even = fourth * polynomial(EVEN, fourth);
    double half = 0.5 * f * f;
    return exponent * LN2_HIGH - ((half - (s * (half + (odd + even)) + exponent * LN2_LOW)) - f);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = coefficients[i] + x * sum;
    }
    return sum;
  }
}
