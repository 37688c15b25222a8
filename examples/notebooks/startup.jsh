// What a notebook begins with: imports, and a few ways to print.
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.lodestone.core.chain.*;
import org.lodestone.core.dataset.*;
import org.lodestone.core.figure.*;
import org.lodestone.core.place.*;
import org.lodestone.core.time.*;
import org.lodestone.reports.claim.*;
import org.lodestone.reports.concentration.*;
import org.lodestone.reports.formula.*;
import org.lodestone.reports.growth.*;
import org.lodestone.reports.pack.*;
import org.lodestone.reports.report.*;
import org.lodestone.reports.supply.*;

void println(Object what) { System.out.println(what); }
void printf(String format, Object... what) { System.out.print(String.format(Locale.ROOT, format, what)); }

/** A number as printf formats it; what is missing as its published code, which is not zero. */
String shown(Value value, String format) {
    return value.number().isPresent()
            ? String.format(Locale.ROOT, format, value.number().getAsDouble())
            : value.inSentence();
}

/** A ratio in percent. */
String percent(Value ratio) {
    return ratio.number().isPresent()
            ? String.format(Locale.ROOT, "%.2f%%", 100 * ratio.number().getAsDouble())
            : ratio.inSentence();
}
