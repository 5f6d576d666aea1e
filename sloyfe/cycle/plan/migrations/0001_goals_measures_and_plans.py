import django.db.models.deletion
import sloyfe.kit.fields
import sloyfe.kit.text
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("needs", "0001_initial"),
        ("partnership", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("instrument", models.CharField(max_length=40)),
                ("item", models.CharField(max_length=60)),
                ("wording", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("space", "instrument", "item"), name="indicator_once")],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("title", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("what", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("starts", models.DateField(blank=True, null=True)),
                ("ends", models.DateField(blank=True, null=True)),
                ("resources", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("hours", models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                (
                    "freedom",
                    models.CharField(
                        choices=[("common", "Felles krav"), ("own", "Enheten velger selv")],
                        default="common",
                        max_length=6,
                    ),
                ),
                ("written_at", models.DateTimeField()),
                (
                    "responsible_party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.party",
                    ),
                ),
                (
                    "responsible_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("starts"))), name="measure_ends_after_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("responsible_person", None), ("responsible_party", None), _connector="OR"),
                        name="measure_one_responsible",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnerPlan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("begun_at", models.DateTimeField()),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "copied_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="copies",
                        to="plan.ownerplan",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("round", "party"), name="one_plan_an_owner")],
            },
        ),
        migrations.CreateModel(
            name="OwnerTemplate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("name", models.CharField(max_length=120)),
                ("size", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "party",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UnitPlan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("round", "party"), name="one_plan_a_unit")],
            },
        ),
        migrations.CreateModel(
            name="CompetenceStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("what", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("whom", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("way", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="competence", to="plan.unitplan"
                    ),
                ),
            ],
            options={
                "ordering": ("starts",),
            },
        ),
        migrations.CreateModel(
            name="DevelopmentGroupMember",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "represents",
                    models.CharField(
                        choices=[
                            ("owner", "Eier"),
                            ("kindergarten", "Barnehagene"),
                            ("school", "Skolene"),
                            ("sfo", "SFO"),
                            ("ppt", "PPT"),
                            ("union", "Tillitsvalgte"),
                            ("safety", "Vernetjenesten"),
                            ("other", "Andre"),
                        ],
                        max_length=12,
                    ),
                ),
                ("joined_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="plan.ownerplan"
                    ),
                ),
            ],
            options={
                "ordering": ("joined_at",),
            },
        ),
        migrations.CreateModel(
            name="EndProduct",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "made_for",
                    models.CharField(
                        choices=[
                            ("owner", "Eier"),
                            ("kindergartens", "Barnehagene"),
                            ("sfo", "SFO"),
                            ("schools", "Skolene"),
                            ("ppt", "PPT"),
                        ],
                        max_length=14,
                    ),
                ),
                ("what", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("due", models.DateField(blank=True, null=True)),
                (
                    "responsible_party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.party",
                    ),
                ),
                (
                    "responsible_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="products", to="plan.ownerplan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "made_for"), name="one_product_a_kind"),
                    models.CheckConstraint(
                        condition=models.Q(("responsible_person", None), ("responsible_party", None), _connector="OR"),
                        name="product_one_responsible",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("kind", models.CharField(choices=[("effect", "Effektmål"), ("process", "Prosessmål")], max_length=8)),
                ("wording", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("written_at", models.DateTimeField()),
                (
                    "priority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="needs.priority"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.round"
                    ),
                ),
                (
                    "space",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.space"),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="plan.indicator",
                    ),
                ),
                ("measures", models.ManyToManyField(related_name="goals", to="plan.measure")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MeasureRemoval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "measure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="removal", to="plan.measure"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Element",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("key", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                ("answer", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("decision", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("due", models.DateField(blank=True, null=True)),
                (
                    "freedom",
                    models.CharField(
                        choices=[("common", "Felles krav"), ("own", "Enheten velger selv")],
                        default="common",
                        max_length=6,
                    ),
                ),
                ("ticked", models.JSONField(blank=True, default=list)),
                (
                    "responsible_party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnership.party",
                    ),
                ),
                (
                    "responsible_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="elements", to="plan.ownerplan"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [models.UniqueConstraint(fields=("plan", "key"), name="element_once")],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "plan",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="confirmation", to="plan.unitplan"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CompetenceRemoval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="removal", to="plan.competencestep"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "product",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="delivery", to="plan.endproduct"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GoalRemoval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "goal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="removal", to="plan.goal"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Baseline",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("mean", models.DecimalField(decimal_places=2, max_digits=4, null=True)),
                ("answers", models.PositiveIntegerField(null=True)),
                ("source", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "goal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="baseline", to="plan.goal"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="plan.indicator"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MemberRemoval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="removal",
                        to="plan.developmentgroupmember",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NotMeasured",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("reason", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "goal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="not_measured", to="plan.goal"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Sign",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("words", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                ("written_at", models.DateTimeField()),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signs", to="plan.goal"
                    ),
                ),
            ],
            options={
                "ordering": ("written_at",),
            },
        ),
        migrations.CreateModel(
            name="Adaptation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("inherited", "Som hos eier"),
                            ("adapted", "Tilpasset hos oss"),
                            ("own", "Vårt eget valg"),
                        ],
                        default="inherited",
                        max_length=10,
                    ),
                ),
                ("words", sloyfe.kit.fields.TextValueField(blank=True, default=sloyfe.kit.text.Text)),
                (
                    "element",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plan.element"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plan.measure"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="adaptations", to="plan.unitplan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("element", None), ("measure__isnull", False)),
                            models.Q(("element__isnull", False), ("measure", None)),
                            _connector="OR",
                        ),
                        name="adapts_one_thing",
                    ),
                    models.UniqueConstraint(fields=("plan", "element"), name="element_adapted_once"),
                    models.UniqueConstraint(fields=("plan", "measure"), name="measure_adapted_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignRemoval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "sign",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="removal", to="plan.sign"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
