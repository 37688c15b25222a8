package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/** An error planted in a clean table, and the repair that has to be named for it. */
record Mistake(SensitivityTable table, String repair, double steps) {

    /** What a fault says in a few words; each value that it leaves open is a repair of its own. */
    private static Stream<String> repairs(SensitivityFault fault) {
        if (fault instanceof SensitivityFault.Digit it) {
            return it.right().stream().map(right -> "digit at " + it.row().change() + ": " + right.toPlainString());
        }
        return Stream.of(repair(fault));
    }

    private static String repair(SensitivityFault fault) {
        if (fault instanceof SensitivityFault.Exchanged it) {
            return "exchange with " + it.other()
                    + it.change().map(change -> " at " + change).orElse("");
        }
        if (fault instanceof SensitivityFault.UpsideDown it) {
            return "turn " + it.rows().size() + " rows";
        }
        if (fault instanceof SensitivityFault.Swapped it) {
            return "swap " + it.one().change() + " and " + it.other().change();
        }
        if (fault instanceof SensitivityFault.Sign it) {
            return "sign at " + it.row().change();
        }
        if (fault instanceof SensitivityFault.Scale it) {
            return "scale at " + it.row().change();
        }
        if (fault instanceof SensitivityFault.Odd it) {
            return "odd at " + it.row().change();
        }
        return fault.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The kinds of error that are planted. */
    enum Kind {
        SWAP {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                int one = random.nextInt(table.rows().size());
                int other = random.nextInt(table.rows().size());
                Row first = table.rows().get(Math.min(one, other));
                Row last = table.rows().get(Math.max(one, other));
                return changed(
                        table,
                        table.rows().stream()
                                .map(row -> new Row(
                                        row.change(),
                                        (row.equals(first) ? last : row.equals(last) ? first : row).value())),
                        "swap " + first.change() + " and " + last.change(),
                        last.value().subtract(first.value()));
            }
        },
        UPSIDE_DOWN {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                Row first = table.rows().get(0);
                Row last = table.rows().get(table.rows().size() - 1);
                return changed(
                        table,
                        table.rows().stream().map(row -> new Row(row.change().negate(), row.value())),
                        table.rows().size() == 2
                                ? "swap " + last.change() + " and " + first.change()
                                : "turn " + table.rows().size() + " rows",
                        last.value().subtract(first.value()));
            }
        },
        SIGN {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                return value(table, random, row -> row.value().negate(), row -> "sign at " + row.change());
            }
        },
        SCALE {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                int power = 1 + random.nextInt(3);
                boolean rounds = random.nextBoolean();
                return value(
                        table,
                        random,
                        row -> {
                            BigDecimal value = row.value().scaleByPowerOfTen(rounds ? -power : power);
                            return value.setScale(
                                    rounds ? row.value().scale() : Math.max(value.scale(), 0), RoundingMode.HALF_UP);
                        },
                        row -> "scale at " + row.change());
            }
        },
        DIGIT {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                char digit = (char) ('0' + random.nextInt(10));
                double where = random.nextDouble();
                return value(
                        table,
                        random,
                        row -> digits(row, digits -> {
                            int place = (int) (where * digits.length());
                            return digits.substring(0, place) + digit + digits.substring(place + 1);
                        }),
                        row -> "digit at " + row.change() + ": " + row.value().toPlainString());
            }
        },
        NEIGHBOURING_DIGITS {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                double where = random.nextDouble();
                return value(
                        table,
                        random,
                        row -> digits(row, digits -> {
                            int place = (int) (where * (digits.length() - 1));
                            return digits.length() < 2
                                    ? digits
                                    : digits.substring(0, place)
                                            + digits.charAt(place + 1)
                                            + digits.charAt(place)
                                            + digits.substring(place + 2);
                        }),
                        row -> "digit at " + row.change() + ": " + row.value().toPlainString());
            }
        },
        BASE {
            @Override
            Optional<Mistake> plant(SensitivityTable table, Random random) {
                double steps = (0.1 + 1.9 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
                return table.base().map(base -> {
                    BigDecimal wrong = base.value()
                            .add(BigDecimal.valueOf(steps * step(table)))
                            .setScale(base.value().scale(), RoundingMode.HALF_UP);
                    return new Mistake(
                            new SensitivityTable(
                                    table.driver(), table.outcome(), Optional.of(Printed.of(wrong)), table.rows()),
                            "base",
                            Math.abs(steps));
                });
            }
        };

        /** A mistake of the kind, where the table can have it. */
        abstract Optional<Mistake> plant(SensitivityTable table, Random random);
    }

    boolean isNamed(SensitivityFault fault) {
        return repairs(fault).anyMatch(repair::equals);
    }

    /** A wrong value in a row that is drawn. What is wrong with a row of 0% is wrong with the base. */
    private static Optional<Mistake> value(
            SensitivityTable table, Random random, Function<Row, BigDecimal> wrong, Function<Row, String> repair) {
        Row changed = table.rows().get(random.nextInt(table.rows().size()));
        BigDecimal value = wrong.apply(changed);
        return changed(
                table,
                table.rows().stream().map(row -> row.equals(changed) ? new Row(row.change(), value) : row),
                changed.change().signum() == 0 ? "base" : repair.apply(changed),
                value.subtract(changed.value()));
    }

    private static Optional<Mistake> changed(
            SensitivityTable table, Stream<Row> rows, String repair, BigDecimal difference) {
        return difference.signum() == 0
                ? Optional.empty()
                : Optional.of(new Mistake(
                        table.withRows(rows.collect(toImmutableList())),
                        repair,
                        Math.abs(difference.doubleValue()) / step(table)));
    }

    /** The value of a row with other digits: the same, so that nothing is planted, where the first would be a zero. */
    private static BigDecimal digits(Row row, UnaryOperator<String> change) {
        String digits = change.apply(row.value().unscaledValue().abs().toString());
        BigInteger number = new BigInteger(digits);
        return digits.startsWith("0")
                ? row.value()
                : new BigDecimal(
                        row.value().signum() < 0 ? number.negate() : number,
                        row.value().scale());
    }

    /** The distance of neighbouring rows, on average. */
    private static double step(SensitivityTable table) {
        DoubleSummaryStatistics values = table.rows().stream()
                .mapToDouble(row -> row.value().doubleValue())
                .summaryStatistics();
        return Math.max(values.getMax() - values.getMin(), Double.MIN_NORMAL)
                / (table.rows().size() - 1);
    }
}
