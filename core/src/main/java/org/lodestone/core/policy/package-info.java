/**
 * Decisions of governments, as dated facts.
 *
 * <p>A {@link org.lodestone.core.policy.Policy} touches stages and says how it stands when its source was written. A draft and
 * the rule it became are two policies.
 */
@NullMarked
package org.lodestone.core.policy;

import org.jspecify.annotations.NullMarked;
