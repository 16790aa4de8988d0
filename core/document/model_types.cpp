#include "core/document/model_types.hpp"

namespace dealwright::document {

template const TypeInfo& type_of<model::Brand>();
template const TypeInfo& type_of<model::Partner>();
template const TypeInfo& type_of<model::Customer>();
template const TypeInfo& type_of<model::PriceBook>();
template const TypeInfo& type_of<model::Guardrails>();
template const TypeInfo& type_of<model::Deal>();
template const TypeInfo& type_of<model::Playbook>();
template const TypeInfo& type_of<model::Onboarding>();
template const TypeInfo& type_of<model::Portfolio>();
template const TypeInfo& type_of<model::SuccessPlan>();
template const TypeInfo& type_of<model::Programme>();
template const TypeInfo& type_of<model::ProgrammeHeader>();

}  // namespace dealwright::document
