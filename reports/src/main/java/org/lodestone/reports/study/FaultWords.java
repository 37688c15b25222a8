package org.lodestone.reports.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lodestone.reports.internal.study.SensitivityCheck.Finding;
import org.lodestone.reports.internal.study.SensitivityFault;
import org.lodestone.reports.internal.study.SensitivityFault.Base;
import org.lodestone.reports.internal.study.SensitivityFault.Beyond;
import org.lodestone.reports.internal.study.SensitivityFault.Digit;
import org.lodestone.reports.internal.study.SensitivityFault.Exchanged;
import org.lodestone.reports.internal.study.SensitivityFault.Odd;
import org.lodestone.reports.internal.study.SensitivityFault.Scale;
import org.lodestone.reports.internal.study.SensitivityFault.Shapeless;
import org.lodestone.reports.internal.study.SensitivityFault.Sign;
import org.lodestone.reports.internal.study.SensitivityFault.Swapped;
import org.lodestone.reports.internal.study.SensitivityFault.UpsideDown;
import org.lodestone.reports.internal.study.SensitivityRange;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/** The fault of a sensitivity table as a sentence, with what would make it right. */
final class FaultWords implements SensitivityFault.Cases<String> {

    /** The number of explanations that are told where several would do: more than that explain nothing. */
    private static final int MOST = 3;

    private final Finding finding;

    private FaultWords(Finding finding) {
        this.finding = finding;
    }

    /** The finding on a table in words. */
    static String of(Finding finding) {
        if (finding.tooShort()) {
            return "Too short to be held against anything.";
        }
        FaultWords words = new FaultWords(finding);
        List<String> faults = finding.faults().stream()
                .map(fault -> fault.fold(words))
                .distinct()
                .limit(MOST)
                .toList();
        return switch (faults.size()) {
            case 0 -> "No fault found.";
            case 1 -> faults.get(0) + ".";
            default -> "One of these: " + String.join("; or ", faults) + ".";
        };
    }

    private String driver() {
        return finding.table().driver().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String at(Row row) {
        return at(row.change());
    }

    private static String at(BigDecimal change) {
        BigDecimal percent = change.movePointRight(2).stripTrailingZeros();
        return (percent.signum() > 0 ? "+" : percent.signum() < 0 ? "−" : "")
                + percent.abs().toPlainString() + "%";
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String any(List<BigDecimal> numbers) {
        return numbers.stream().limit(MOST).map(FaultWords::plain).collect(Collectors.joining(" or "));
    }

    private static String shown(SensitivityRange range) {
        boolean isOpen = Double.isInfinite(range.low()) || Double.isInfinite(range.high());
        return isOpen
                ? Double.isInfinite(range.low()) ? "at most " + shown(range.high()) : "at least " + shown(range.low())
                : shown(range.low()) + " to " + shown(range.high());
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.2f" : "%,.1f", number);
    }

    @Override
    public String exchanged(Exchanged fault) {
        String other = fault.other().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "the rows of " + driver() + " and " + other + " have changed places"
                + fault.change().map(change -> " at " + at(change)).orElse("");
    }

    @Override
    public String upsideDown(UpsideDown fault) {
        return fault.rows().size() == 1
                ? "the change of " + at(fault.rows().get(0)) + " has the wrong sign"
                : "all changes have the wrong sign";
    }

    @Override
    public String swapped(Swapped fault) {
        return "the values of " + at(fault.one()) + " and " + at(fault.other()) + " have changed places";
    }

    @Override
    public String sign(Sign fault) {
        return plain(fault.row().value()) + " at " + at(fault.row()) + " should be " + plain(fault.right());
    }

    @Override
    public String scale(Scale fault) {
        return plain(fault.row().value()) + " at " + at(fault.row()) + " is of another size: "
                + plain(fault.right().stripTrailingZeros()) + " fits";
    }

    @Override
    public String digit(Digit fault) {
        return plain(fault.row().value()) + " at " + at(fault.row())
                + " has a wrong digit, or two that changed places: " + any(fault.right()) + " fits";
    }

    @Override
    public String base(Base fault) {
        String where =
                switch (fault.where()) {
                    case STUDY -> "the study";
                    case ROW -> "the row of no change";
                    case BOTH -> "the study and the row of no change";
                };
        return where + " has " + plain(fault.base().value()) + ", and the rows lead to " + shown(fault.implied())
                + (fault.right().isEmpty() ? "" : "; " + any(fault.right()) + " would fit");
    }

    @Override
    public String odd(Odd fault) {
        return plain(fault.row().value()) + " at " + at(fault.row())
                + " does not go with the other rows, which lead to " + shown(fault.implied());
    }

    @Override
    public String shapeless(Shapeless fault) {
        return "more than one value is wrong; furthest off is "
                + plain(fault.row().value()) + " at " + at(fault.row()) + ", where a smooth curve has "
                + shown(fault.smooth());
    }

    @Override
    public String beyond(Beyond fault) {
        return "the rows imply a present value of at least "
                + shown(fault.implied().low()) + ", and the study prints "
                + shown(fault.limit().value().doubleValue()) + " in all";
    }
}
