package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TypedNumbers;

/** Finds the company of a row, or why it is of none: a total, a footer, a blank row, a company nobody knows. */
final class RowCompanies {

    private static final Pattern TOTAL = Pattern.compile(
            "(合计|总计|小计|平均|均值|中位数|(total|sum|subtotal|average|mean|median)\\b).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTER =
            Pattern.compile("(数据来源|资料来源|来源|注[:：]|备注|source|data source|notes?\\b).*", Pattern.CASE_INSENSITIVE);
    private static final ImmutableMap<String, String> LETTERS =
            ImmutableMap.of("XSHG", ".SH", "XSHE", ".SZ", "XBSE", ".BJ", "XHKG", ".HK");

    private final Gathering gathering;
    private final Mapping mapping;
    private final Roster roster;

    RowCompanies(Gathering gathering, Mapping mapping, Dataset dataset) {
        this.gathering = gathering;
        this.mapping = mapping;
        this.roster = new Roster(dataset.companies().values());
    }

    /** Where a row has the company: cells by their number, -1 where there is no such column. */
    record Cells(int code, int exchange, int name) {}

    /** The company of a row. Where there is none, the row is left out, with the reason. */
    Optional<Company> of(TextRow row, Cells cells) {
        gathering.countRow();
        Optional<String> problem = row.problem().or(() -> row.problem(cells.code()));
        if (problem.isPresent()) {
            gathering.problem(FilePlace.of(row), "", problem.get());
            return Optional.empty();
        }
        String code = TypedNumbers.plain(row.cell(cells.code()));
        String exchange = cells.exchange() < 0 ? "" : row.cell(cells.exchange());
        String name = cells.name() < 0 ? "" : TypedNumbers.plain(row.cell(cells.name()));
        Optional<String> reason = ofNoCompany(row, code, exchange, name);
        if (reason.isPresent()) {
            gathering.leaveOut(FilePlace.of(row), shown(row), reason.get());
            return Optional.empty();
        }
        Optional<Company> company = find(code, exchange);
        company.ifPresent(found -> compareNames(found, code, name));
        return company.or(() -> newcomer(row, code, exchange, name));
    }

    private Optional<Company> find(String code, String exchange) {
        return switch (mapping.company().by()) {
            case NAME -> roster.byName(code);
            case SYMBOL -> roster.bySymbol(code, exchange);
            case ID -> roster.byCode(code).or(() -> roster.bySymbol(code, exchange));
        };
    }

    private Optional<String> ofNoCompany(TextRow row, String code, String exchange, String name) {
        if (shown(row).isEmpty()) {
            return Optional.of("blank row");
        }
        Stream<String> texts = code.isEmpty() ? Stream.of(name, TypedNumbers.plain(row.cell(0))) : Stream.of(code);
        if (texts.anyMatch(
                text -> isToBeLeftOut(text) || (TOTAL.matcher(text).matches() && isNoCompany(code, exchange)))) {
            return Optional.of("total or average, of no single company");
        }
        if (FOOTER.matcher(code).matches() && isNoCompany(code, exchange)) {
            return Optional.of("footer");
        }
        return code.isEmpty() ? Optional.of("no code or name of a company") : Optional.empty();
    }

    private boolean isNoCompany(String code, String exchange) {
        return !Roster.isCode(code) && find(code, exchange).isEmpty();
    }

    private boolean isToBeLeftOut(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return mapping.leaveOut().stream().anyMatch(word -> small.startsWith(word.toLowerCase(Locale.ROOT)));
    }

    /** The first words of a row; none where it is blank. */
    private static String shown(TextRow row) {
        for (int i = 0; i < row.size(); i++) {
            if (!TypedNumbers.plain(row.cell(i)).isEmpty()) {
                return TypedNumbers.plain(row.cell(i));
            }
        }
        return "";
    }

    private void compareNames(Company company, String code, String name) {
        boolean known =
                name.isEmpty() || roster.byName(name).filter(company::equals).isPresent();
        if (!known) {
            gathering.note("'" + code + "' is called '" + name + "' in the file and '"
                    + (company.nameLocal().isEmpty() ? company.name() : company.nameLocal())
                    + "' in the dataset. See that it is the same company.");
        }
    }

    private Optional<Company> newcomer(TextRow row, String code, String exchange, String name) {
        Optional<Listing> listing = Roster.listing(code).or(() -> Roster.byListing(code, exchange));
        Mapping.Newcomers known = mapping.newcomers();
        String reason = "";
        if (roster.isAmbiguous(code)) {
            reason = "several companies of the dataset have this symbol: give the exchange too";
        } else if (known.place().isEmpty()) {
            reason =
                    "not among the companies of the dataset. To add such companies, say \"new_companies\" in a mapping:"
                            + " {\"place\": …, \"currency\": …}";
        } else if (listing.isEmpty()) {
            reason = "not among the companies of the dataset, and to add it its exchange is not known: write codes such"
                    + " as 600111.SH, or name the column of the exchange in the mapping";
        } else if (name.isEmpty()) {
            reason =
                    "not among the companies of the dataset, and to add it its name is not known: name the column in the"
                            + " mapping";
        }
        if (!reason.isEmpty()) {
            gathering.leaveOut(FilePlace.of(row), (code + " " + name).strip(), reason);
            return Optional.empty();
        }
        Company company = company(listing.get(), code, name, known);
        roster.add(company);
        gathering.add(company);
        return Optional.of(company);
    }

    private Company company(Listing listing, String code, String name, Mapping.Newcomers known) {
        boolean local = name.chars().anyMatch(c -> c > 0x7F);
        String letters = LETTERS.getOrDefault(listing.mic(), "");
        return new Company(
                letters.isEmpty() ? code : listing.symbol() + letters,
                name,
                local ? name : "",
                listing,
                Place.parse(known.place()),
                known.stages(),
                known.stages(),
                known.currency(),
                Optional.empty(),
                "",
                "",
                ImmutableList.of(gathering.source()));
    }
}
