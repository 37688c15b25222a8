/**
 * A table of one's own from file to workbook: licences that a country grants for a stage. Nothing but public API, as a user has it.
 *
 * <p>{@link licences.Licence} declares the table, {@link licences.Licensing} works with its rows, and {@link licences.LicencePart} is
 * what a research pack shows of that. CONTRIBUTING.md quotes them.
 */
package licences;
