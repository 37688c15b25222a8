package consumer;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.dataset.Table;
import org.lodestone.reports.pack.Extension;

/** The table of visits, for programs that find it on the class path or the module path. */
public final class Visits implements Extension {
    @Override
    public ImmutableList<Table<?>> tables() {
        return ImmutableList.of(Visit.VISITS);
    }
}
