/**
 * Amazon SNS: CloudWatch's alarms, Route 53's, and what people publish.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "alert", "integration", "sender" })
package dev.vigie.alertingest.sender.sns;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
