package org.lodestone.reports.sheet.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.internal.words.FactWords;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The sections on companies: who is who and who owns whom, their latest figures, and every fact. */
public record CompanySection(Dataset dataset, CompanyFacts facts, FactWords words, Model.Builder model) {

    /** Empty where the dataset has no companies. */
    public static Optional<Part> of(Dataset dataset, CompanyFacts facts) {
        return dataset.companies().isEmpty()
                ? Optional.empty()
                : Optional.of(new CompanySection(
                                dataset,
                                facts,
                                new FactWords(dataset),
                                Model.builder().include(Definitions.MODEL).include(facts.model()))
                        .part());
    }

    private Part part() {
        dataset.companies().values().forEach(company -> model.label(name(company), company.name()));
        ImmutableList.Builder<Section> sections =
                ImmutableList.<Section>builder().add(new CompanyRegister(dataset, facts, model).section());
        if (!facts.byCompany().isEmpty()) {
            sections.add(new CompanyFigures(dataset, facts, words, model).section(), everyFact());
        }
        return new Part(sections.build(), model.build());
    }

    static Key name(Company company) {
        return Term.of("company").of(Subject.of(company.id()));
    }

    static Cell amount(StatedFact stated) {
        return new Cell.Of(stated.key(), AsPrinted.shown(stated.fact().value()));
    }

    private Section everyFact() {
        List<StatedFact> all = dataset.companies().keySet().stream()
                .flatMap(id -> facts.of(id).stream())
                .toList();
        Table table = Table.of("Facts of companies", all)
                .id("facts")
                .label("Company", one -> company(one).name())
                .unit("Id", one -> company(one).id())
                .words("Fact", one -> words.of(one.fact().fact()))
                .column("Amount", CompanySection::amount)
                .unit(one -> one.fact().unit().toString())
                .unit("Period", one -> one.fact().period())
                .words("Scope", one -> Words.byItself(one.fact().scope()))
                .words("How", one -> one.fact().citation().how().toString())
                .words("Reliability", one -> one.fact().citation().reliability().toString())
                .sources()
                .prose("Note", one -> one.fact().citation().remark())
                .build();
        return Section.of(
                "Facts",
                "All facts by company, as stated",
                "Blue values may be overtyped here; green ones stand on the sheet Company figures",
                List.of(table));
    }

    private Company company(StatedFact stated) {
        return requireNonNull(dataset.companies().get(stated.fact().company()));
    }
}
