package io.usagecollector.bloblang.library.body.number;

/**
 * Sine, cosine and tangent to the digit that Go prints, by the Cephes library's method: the angle
 * is brought within an eighth of a turn, where polynomials answer. The JDK's own differ in the last
 * digit.
 *
 * @param octant how many eighths of a turn were taken off: even
 * @param rest what is left, in radians
 */
public record Angle(long octant, double rest) {
  /** From here on too few digits of the angle are left for this method. */
  private static final double TOO_LARGE = 1 << 29;

  private static final double QUARTER_PI_HIGH = 0.7853981256484985;
  private static final double QUARTER_PI_MIDDLE = 3.774894707930798e-8;
  private static final double QUARTER_PI_LOW = 2.6951514290790595e-15;

  private static final double[] SINE = {
    1.5896230157654656e-10,
    -2.5050747762857807e-8,
    2.7557313621385722e-6,
    -0.0001984126982958954,
    0.008333333333322118,
    -0.1666666666666663
  };
  private static final double[] COSINE = {
    -1.1358536521387682e-11,
    2.087570084197473e-9,
    -2.755731417929674e-7,
    2.4801587288851704e-5,
    -0.0013888888888873056,
    0.041666666666666595
  };
  private static final double[] TANGENT_OVER = {
    -13093.693918138379, 1153516.6483858742, -17956525.197648488
  };
  private static final double[] TANGENT_UNDER = {
    1.0, 13681.296347069296, -1320892.3444021097, 25008380.18233579, -53869575.592945464
  };

  public static double sine(double x) {
    if (!isWithin(x)) {
      return StrictMath.sin(x);
    }
    Angle angle = of(Math.abs(x));
    double magnitude = angle.isUpright() ? angle.shortCosine() : angle.shortSine();
    return angle.isBelow() == x < 0 ? magnitude : -magnitude;
  }

  public static double cosine(double x) {
    if (!isWithin(x)) {
      return StrictMath.cos(x);
    }
    Angle angle = of(Math.abs(x));
    double magnitude = angle.isUpright() ? angle.shortSine() : angle.shortCosine();
    return angle.isBelow() == angle.isUpright() ? magnitude : -magnitude;
  }

  public static double tangent(double x) {
    if (!isWithin(x)) {
      return StrictMath.tan(x);
    }
    Angle angle = of(Math.abs(x));
    double flat = angle.shortTangent();
    double magnitude = angle.isUpright() ? -1 / flat : flat;
    return x < 0 ? -magnitude : magnitude;
  }

  /** Zero keeps its sign, and what is no number stays so. */
  private static boolean isWithin(double x) {
    return x != 0 && Math.abs(x) < TOO_LARGE;
  }

  private static Angle of(double x) {
    long eighths = (long) (x * (4 / Math.PI));
    long even = eighths + (eighths & 1);
    double rest = ((x - even * QUARTER_PI_HIGH) - even * QUARTER_PI_MIDDLE) - even * QUARTER_PI_LOW;
    return new Angle(even & 7, rest);
  }

  /** Whether a quarter of a turn is left over: sine and cosine change places. */
  private boolean isUpright() {
    return (octant & 2) != 0;
  }

  /** Whether half a turn is left over. */
  private boolean isBelow() {
    return (octant & 4) != 0;
  }

  private double shortSine() {
    double square = rest * rest;
    return rest + rest * square * polynomial(SINE, square);
  }

  private double shortCosine() {
    double square = rest * rest;
    return 1 - 0.5 * square + square * square * polynomial(COSINE, square);
  }

  private double shortTangent() {
    double square = rest * rest;
    return square <= 1e-14
        ? rest
        : rest
            + rest
                * (square * polynomial(TANGENT_OVER, square) / polynomial(TANGENT_UNDER, square));
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
