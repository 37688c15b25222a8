/**
 * The datasets that come with Lodestone, as files: {@code org.lodestone.core.dataset.Datasets} opens them by name. A program on the
 * module path requires this module so that they are there.
 */
module org.lodestone.data {
    requires transitive org.lodestone.core;
}
