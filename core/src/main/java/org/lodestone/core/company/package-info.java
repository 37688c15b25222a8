/**
 * Listed companies, what is reported of them, and who owns whom.
 */
@NullMarked
package org.lodestone.core.company;

import org.jspecify.annotations.NullMarked;
